// Measures one site against its bars: see docs/benchmarks.md. scripts/bench prepares what it needs.

#include <CLI/CLI.hpp>
#include <cstdio>

#include "core/text/language.h"
#include "scripts/benchmarks/checking.h"
#include "scripts/benchmarks/events.h"
#include "scripts/benchmarks/gaps.h"
#include "scripts/benchmarks/indexing.h"
#include "scripts/benchmarks/searching.h"
#include "scripts/benchmarks/serving.h"
#include "scripts/benchmarks/tickets.h"

namespace kb::bench {
namespace {

constexpr int kMeasured = 0;
constexpr int kFailed = 2;
constexpr std::size_t kQueries = 4000;
constexpr std::uint64_t kSeed = 20260314;

struct Flags {
  std::string config;
  std::string programs;
  std::string scratch;
  std::string content = "content";
  std::string tickets;
  std::int64_t events = 10'000'000;
  bool only_events = false;
  bool only_gaps = false;
  bool json = false;
};

Result<Bench> prepare(const Flags& flags) {
  auto config = load_config(flags.config, [](const std::string&) { return std::nullopt; });
  if (!config) return fail(config.error());
  if (auto done = text::canonicalise_languages(config->site); !done) return fail(done.error());
  auto files = scan_sources(*config).files;
  if (files.empty()) return fail("there are no pages to index", flags.config);
  auto queries = make_queries(files, kQueries, kSeed);
  if (queries.empty()) return fail("the pages have no titles to search for", flags.config);
  return Bench{std::move(*config), std::move(files), std::move(queries),
               flags.programs,     flags.scratch,    flags.config};
}

Result<std::vector<Row>> measure(const Bench& bench, const Flags& flags) {
  if (flags.only_events) return measure_events({flags.programs, flags.scratch, flags.events});
  if (flags.only_gaps) return measure_gaps({flags.programs, flags.scratch});
  std::fprintf(stderr, "indexing %zu pages, plainly and in full, twice\n", bench.files.size());
  auto rows = measure_indexing(bench);
  if (!rows) return rows;
  std::fprintf(stderr, "checking\n");
  const auto checking = measure_checking(bench);
  if (!checking) return fail(checking.error());
  std::fprintf(stderr, "searching with %zu queries\n", bench.queries.size());
  const auto searching = measure_searching(bench);
  if (!searching) return fail(searching.error());
  std::fprintf(stderr, "serving over HTTP\n");
  const auto serving = measure_serving(bench, searching->project_us);
  if (!serving) return fail(serving.error());
  std::fprintf(stderr, "importing and searching 100,000 tickets\n");
  const auto tickets = measure_tickets({flags.tickets, flags.programs, flags.scratch});
  if (!tickets) return fail(tickets.error());
  std::fprintf(stderr, "taking events, and reporting on %lld\n",
               static_cast<long long>(flags.events));
  const auto events = measure_events({flags.programs, flags.scratch, flags.events});
  if (!events) return fail(events.error());
  std::fprintf(stderr, "finding gaps in a million searches\n");
  const auto gaps = measure_gaps({flags.programs, flags.scratch});
  if (!gaps) return fail(gaps.error());
  for (const auto& more : {*checking, rows_of(*searching), *serving, *tickets, *events, *gaps})
    rows->insert(rows->end(), more.begin(), more.end());
  return rows;
}

int run(const Flags& flags) {
  const auto bench = prepare(flags);
  const auto rows = bench ? measure(*bench, flags) : fail(bench.error());
  if (!rows) {
    std::fprintf(stderr, "bench: %s\n", to_line(rows.error()).c_str());
    return kFailed;
  }
  const auto setting = describe(flags.content, bench->files.size(), bench->queries.size());
  (flags.json ? print_json : print_table)(stdout, setting, *rows);
  return kMeasured;
}

}  // namespace
}  // namespace kb::bench

int main(int argc, char** argv) {
  kb::bench::Flags flags;
  CLI::App app("Measures indexing, searching and serving of one site.", "kb-bench");
  app.add_option("--config", flags.config, "the site to measure")->required();
  app.add_option("--programs", flags.programs, "where kb-index and kb-server are")->required();
  app.add_option("--scratch", flags.scratch, "an empty folder to write in")->required();
  app.add_option("--content", flags.content, "what the site is called in the table");
  app.add_option("--tickets", flags.tickets, "a folder of tickets to make more like")->required();
  app.add_option("--events", flags.events, "how many events to report on");
  app.add_flag("--only-events", flags.only_events, "measure nothing but events");
  app.add_flag("--only-gaps", flags.only_gaps, "measure nothing but gaps");
  app.add_flag("--json", flags.json, "print one JSON object instead of the table");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kb::bench::kMeasured : kb::bench::kFailed;
  }
  return kb::bench::run(flags);
}
