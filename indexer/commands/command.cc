#include "indexer/commands/command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/text/language.h"

namespace kb {

CLI::App* add_command(CLI::App& app, const char* name, const char* what, CommonFlags& flags) {
  auto* command = app.add_subcommand(name, what);
  command->add_option("--config", flags.config, "the site's configuration (default: kb.yaml)");
  command->add_flag("--json", flags.json, "print one JSON object on standard output");
  return command;
}

Result<Config> load_site(const CommonFlags& flags, const Environment& environment) {
  auto config = load_config(flags.config, environment);
  if (!config) return config;
  if (auto done = text::canonicalise_languages(config->site); !done) return fail(done.error());
  return config;
}

int failed(const Error& error) {
  std::fprintf(stderr, "kb-index: %s\n", to_line(error).c_str());
  return kFailed;
}

void print_json(const nlohmann::json& value) {
  std::printf("%s\n", value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

}  // namespace kb
