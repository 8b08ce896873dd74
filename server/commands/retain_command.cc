#include "server/commands/retain_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "server/commands/command.h"
#include "server/retention.h"

namespace kb {
namespace {

using nlohmann::json;

struct RetainFlags {
  CommonFlags common;
  bool dry_run = false;
};

struct RetainedKind {
  const char* key;
  const char* what;
};
constexpr std::array kRetainedKinds = {
    RetainedKind{"events", "events, one by one; their daily sums stay"},
    RetainedKind{"queries", "daily sums of queries that hardly anybody made"},
    RetainedKind{"contact_texts", "contact tickets' texts and addresses"},
    RetainedKind{"deliveries", "webhooks and mails that arrived"},
    RetainedKind{"watches", "wishes to be told that nobody confirmed"},
};

Result<json> ask_to_retain(const Config& config, const json& request) {
  return ask_store(config, "/local/retain", request, [&](store::Store& store) {
    return answer_retain_request(store, config, SystemClock(), request);
  });
}

void print_retained(const json& answer, bool dry_run) {
  std::puts(dry_run ? "Would go:" : "Gone:");
  for (const auto& [key, what] : kRetainedKinds)
    std::printf("%10lld  %s\n", static_cast<long long>(answer.value(key, std::int64_t{0})), what);
}

int run_retain(const RetainFlags& flags, const Environment& environment) {
  const auto config = load_site(flags.common, environment);
  if (!config) return failed(config.error());
  const auto answer = ask_to_retain(*config, {{"dry_run", flags.dry_run}});
  if (!answer) return failed(answer.error());
  if (flags.common.json)
    print_json(*answer);
  else
    print_retained(*answer, flags.dry_run);
  const auto problems = answer->value("problems", std::vector<std::string>());
  for (const auto& problem : problems) std::fprintf(stderr, "kb-server: %s\n", problem.c_str());
  return problems.empty() ? kDone : kDoneWithErrors;
}

}  // namespace

void add_retain_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<RetainFlags>();
  auto* retain = app.add_subcommand("retain", "Remove now what is kept too long");
  add_config_flag(*retain, flags->common);
  add_json_flag(*retain, flags->common);
  retain->add_flag("--dry-run", flags->dry_run, "only tell what would go");
  retain->callback([flags, &environment, &status] { status = run_retain(*flags, environment); });
}

}  // namespace kb
