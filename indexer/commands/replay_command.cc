#include "indexer/commands/replay_command.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/text/calendar.h"
#include "indexer/commands/command.h"
#include "indexer/replay/candidate.h"
#include "indexer/replay/logged_queries.h"
#include "indexer/replay/replay_summary.h"

namespace kb {
namespace {

struct ReplayFlags : CommonFlags {
  std::int64_t gap = 0;  // 0: all in work
  std::string queries;
  std::string against;
  bool drafts = false;
  bool require_closed = false;
};

struct Sides {
  ReplaySides generations;
  std::string before;
  std::string candidate;
  std::vector<Error> problems;
};

std::string name_of(const index::Generation& generation) {
  return "generation " + std::to_string(generation.number());
}

// Two generations that are there already.
Result<Sides> kept_and_live(const Config& config, const std::string& against) {
  const auto number = index::generation_number(against);
  if (!number)
    return fail("is no generation: '" + against + "'", "--against",
                "write it as " + index::generation_name(41));
  auto before = index::Generation::open(config.index.path, *number);
  if (!before) return fail(before.error());
  auto live = index::Generation::open_current(config.index.path);
  if (!live) return fail(live.error());
  Sides sides;
  sides.before = name_of(**before);
  sides.candidate = name_of(**live);
  sides.generations = {std::move(*before), std::move(*live)};
  return sides;
}

Result<Sides> live_and_candidate(const Config& config, bool drafts, const Clock& clock) {
  auto live = index::Generation::open_current(config.index.path);
  if (!live) return fail(live.error());
  Progress progress(stderr, Progress::style_for(stderr));
  auto candidate = build_candidate(
      config, {.clock = clock, .drafts = drafts ? Drafts::published : Drafts::kept_apart},
      progress);
  if (!candidate) return fail(candidate.error());
  Sides sides;
  sides.before = name_of(**live);
  sides.candidate = drafts ? "the sources with their drafts" : "the sources";
  sides.problems = std::move(candidate->problems);
  sides.generations = {std::move(*live), std::move(candidate->generation)};
  return sides;
}

Result<LoggedQueries> queries_of(const Config& config, const ReplayFlags& flags, Time now) {
  if (!flags.queries.empty()) {
    auto queries = read_query_file(flags.queries);
    if (!queries) return fail(queries.error());
    return LoggedQueries{{}, std::move(*queries)};
  }
  const auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  LoggedSelection selection{.from_day = calendar->day_of(now) - config.gaps.days,
                            .shown_from = config.insights.shown_from};
  if (flags.gap != 0) selection.gap = flags.gap;
  return (*store)->read([&](store::Sql& sql) { return read_logged_queries(sql, selection); });
}

int status_of(const ReplaySummary& summary, bool require_closed) {
  const bool stays_open =
      std::ranges::any_of(summary.gaps, [](const ReplayedGap& gap) { return !gap.is_closed(); });
  return !summary.worse.empty() || (require_closed && stays_open) ? kDoneWithErrors : kDone;
}

int run_replay(const ReplayFlags& flags, const Environment& environment) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const SystemClock clock;
  const auto now = clock.now();
  auto logged = queries_of(*config, flags, now);
  if (!logged) return failed(logged.error());
  auto sides = flags.against.empty() ? live_and_candidate(*config, flags.drafts, clock)
                                     : kept_and_live(*config, flags.against);
  if (!sides) return failed(sides.error());
  const auto begin = std::chrono::steady_clock::now();
  auto report = replay(*config, sides->generations, logged->queries, now);
  if (!report) return failed(report.error());
  auto summary = summarise(std::move(logged->gaps), std::move(*report));
  summary.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begin);
  summary.before = std::move(sides->before);
  summary.candidate = std::move(sides->candidate);
  summary.problems = std::move(sides->problems);
  for (const auto& problem : summary.problems)
    std::fprintf(stderr, "%s\n", to_line(problem).c_str());
  if (logged->queries.empty())
    std::fprintf(stderr, "No search to try: no gap is in work, none was answered in %d days.\n",
                 config->gaps.days);
  std::printf("%s\n", (flags.json ? to_json(summary) : to_text(summary)).c_str());
  return status_of(summary, flags.require_closed);
}

}  // namespace

void add_replay_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<ReplayFlags>();
  auto* replay = add_command(app, "replay", "Try past searches on what would be published", *flags);
  auto* gap = replay->add_option("--gap", flags->gap, "the questions of this gap (default: all)")
                  ->check(CLI::PositiveNumber);
  auto* queries = replay->add_option("--queries", flags->queries,
                                     "a file instead of the store: query, tab, language[, tab, "
                                     "lang/id]");
  gap->excludes(queries);
  auto* drafts = replay->add_flag("--drafts", flags->drafts, "as if drafts were published, too");
  replay
      ->add_option("--against", flags->against,
                   "build nothing: hold what is live against an older generation, gen-000041")
      ->excludes(drafts);
  replay
      ->add_flag("--require-closed", flags->require_closed, "exit status 1 where a gap stays open")
      ->excludes(queries);
  replay->callback([flags, &environment, &status] { status = run_replay(*flags, environment); });
}

}  // namespace kb
