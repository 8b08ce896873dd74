#include "server/commands/command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/store/running_server.h"
#include "core/text/language.h"

namespace kb {

using nlohmann::json;

void add_config_flag(CLI::App& command, CommonFlags& flags) {
  command.add_option("--config", flags.config, "the site's configuration (default: kb.yaml)");
}

void add_json_flag(CLI::App& command, CommonFlags& flags) {
  command.add_flag("--json", flags.json, "print one JSON object on standard output");
}

Result<Config> load_site(const CommonFlags& flags, const Environment& environment) {
  auto config = load_config(flags.config, environment);
  if (!config) return config;
  if (auto done = text::canonicalise_languages(config->site); !done) return fail(done.error());
  return config;
}

Result<json> ask_store(const Config& config, const std::string& path, const json& request,
                       const std::function<Result<json>(store::Store& store)>& itself) {
  const auto server = store::RunningServer::find(config.store.url);
  if (!server) return fail(server.error());
  if (!*server) {
    auto store = store::Store::open(config.store.url, store::Store::Access::write);
    if (!store) return fail(store.error());
    return itself(**store);
  }
  const auto answer = (*server)->post(config.site.base_path + path, request.dump());
  if (!answer) return fail(answer.error());
  auto parsed = json::parse(*answer, nullptr, false);
  if (!parsed.is_object())
    return fail("the running server answered no JSON", (*server)->address().url,
                "is it of the same version?");
  return parsed;
}

int failed(const Error& error) {
  std::fprintf(stderr, "kb-server: %s\n", to_line(error).c_str());
  return kFailed;
}

void print_json(const json& value) {
  std::printf("%s\n", value.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

int show(const CommonFlags& flags, const Result<nlohmann::json>& answer,
         void (*in_words)(const nlohmann::json& answer)) {
  if (!answer) return failed(answer.error());
  if (flags.json)
    print_json(*answer);
  else
    in_words(*answer);
  return kDone;
}

int run_at_desk(const DeskCommand& command, const CommonFlags& flags,
                const Environment& environment, const json& request) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const auto answer = ask_store(*config, command.path, request, [&](store::Store& store) {
    const SystemClock clock;
    Passwords passwords(Passwords::Cost::interactive);
    return command.answer({store, passwords, clock, site_address(*config)}, request);
  });
  return show(flags, answer, command.in_words);
}

}  // namespace kb
