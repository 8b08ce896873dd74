#include "indexer/commands/build_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "indexer/build.h"
#include "indexer/commands/command.h"

namespace kb {
namespace {

using nlohmann::json;

struct BuildFlags : CommonFlags {
  bool full = false;
};

json build_json(const BuildReport& report) {
  json languages = json::array();
  for (const auto& language : report.languages)
    languages.push_back({{"lang", language.lang},
                         {"articles", language.articles},
                         {"sections", language.sections},
                         {"words", language.words},
                         {"files_read", language.files_read},
                         {"seconds", static_cast<double>(language.time.count()) / 1000}});
  json problems = json::array();
  for (const auto& problem : report.problems)
    problems.push_back({{"where", problem.where}, {"what", problem.what}, {"hint", problem.hint}});
  return {{"generation", report.generation},
          {"published", report.published},
          {"files_read", report.files_read},
          {"files_kept", report.files_kept},
          {"languages", languages},
          {"problems", problems},
          {"seconds", static_cast<double>(report.time.count()) / 1000}};
}

void print_summary(const BuildReport& report) {
  if (!report.published) {
    std::fprintf(stderr, "Nothing has changed: generation %llu stays live (%zu files, %.2f s).\n",
                 static_cast<unsigned long long>(report.generation), report.files_kept,
                 static_cast<double>(report.time.count()) / 1000);
    return;
  }
  std::fprintf(stderr, "%-8s %10s %10s %12s %10s %9s\n", "language", "articles", "sections",
               "words", "files read", "seconds");
  for (const auto& language : report.languages) {
    if (language.articles == 0 && language.files_read == 0) continue;
    std::fprintf(stderr, "%-8s %10llu %10llu %12llu %10zu %9.2f\n", language.lang.c_str(),
                 static_cast<unsigned long long>(language.articles),
                 static_cast<unsigned long long>(language.sections),
                 static_cast<unsigned long long>(language.words), language.files_read,
                 static_cast<double>(language.time.count()) / 1000);
  }
  std::fprintf(stderr, "Generation %llu is live: %zu files read, %zu unchanged, %.2f s.\n",
               static_cast<unsigned long long>(report.generation), report.files_read,
               report.files_kept, static_cast<double>(report.time.count()) / 1000);
}

int run_build(const BuildFlags& flags, const Environment& environment) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const SystemClock clock;
  Progress progress(stderr, Progress::style_for(stderr));
  const auto report = build(*config, {.clock = clock, .full = flags.full}, progress);
  if (!report) return failed(report.error());
  for (const auto& problem : report->problems)
    std::fprintf(stderr, "%s\n", to_line(problem).c_str());
  print_summary(*report);
  if (!report->problems.empty())
    std::fprintf(stderr, "%zu %s, listed above.\n", report->problems.size(),
                 report->problems.size() == 1 ? "problem" : "problems");
  if (flags.json) print_json(build_json(*report));
  return report->problems.empty() ? kDone : kDoneWithErrors;
}

}  // namespace

void add_build_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<BuildFlags>();
  auto* build = add_command(app, "build", "Index what has changed, and publish it", *flags);
  build->add_flag("--full", flags->full, "read everything, not only what has changed");
  build->callback([flags, &environment, &status] { status = run_build(*flags, environment); });
}

}  // namespace kb
