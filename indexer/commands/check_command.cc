#include "indexer/commands/check_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "core/base/clock.h"
#include "core/text/language.h"
#include "indexer/check/check.h"
#include "indexer/commands/command.h"

namespace kb {
namespace {

struct CheckFlags : CommonFlags {
  std::string format = "text";
  std::string lang;
  bool strict = false;
  bool all = false;
};

void print_findings(const CheckReport& report, const CheckFlags& flags) {
  if (flags.json) {
    std::printf("%s\n", to_json(report).c_str());
    return;
  }
  const auto hints = flags.all ? Hints::all : Hints::few;
  std::error_code error;
  const auto lines = flags.format == "github"
                         ? github_lines(report, hints, std::filesystem::current_path(error))
                         : text_lines(report, hints);
  for (const auto& line : lines) std::printf("%s\n", line.c_str());
}

int run_check(const CheckFlags& flags, const Environment& environment) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  std::string only;
  if (!flags.lang.empty()) {
    auto lang = text::canonical_language(flags.lang);
    if (!lang) return failed(lang.error());
    only = std::move(*lang);
  }
  Progress progress(stderr, Progress::style_for(stderr));
  auto report = check(*config, SystemClock(), progress);
  if (!report) return failed(report.error());
  if (!only.empty()) keep_language(*report, only);
  print_findings(*report, flags);
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", summary_line(*report).c_str());
  const bool bad =
      report->count(Severity::error) > 0 || (flags.strict && report->count(Severity::warning) > 0);
  return bad ? kDoneWithErrors : kDone;
}

}  // namespace

void add_check_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<CheckFlags>();
  auto* check = add_command(app, "check", "Find what is wrong with the content", *flags);
  check->add_option("--format", flags->format, "how to print findings")
      ->check(CLI::IsMember({"text", "github"}));
  check->add_option("--lang", flags->lang, "only findings of this language");
  check->add_flag("--strict", flags->strict, "exit status 1 for warnings, too");
  check->add_flag("--all", flags->all, "print all hints, not only the first of each kind");
  check->callback([flags, &environment, &status] { status = run_check(*flags, environment); });
}

}  // namespace kb
