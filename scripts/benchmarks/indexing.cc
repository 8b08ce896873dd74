#include "scripts/benchmarks/indexing.h"

#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/plain_xapian.h"

namespace kb::bench {
namespace {

constexpr double kIndexingRatio = 1.5;
constexpr double kPeakMb = 600;

Result<Cost> build(const Bench& bench, bool full) {
  std::vector<std::string> command = {(bench.programs / "kb-index").string(), "build", "--config",
                                      bench.config_file.string()};
  if (full) command.push_back("--full");
  return run(command, bench.scratch / "build.log");
}

Result<Cost> build_plainly(const Bench& bench) {
  return run_apart([&] { index_plainly(bench.files, bench.plain_database()); });
}

}  // namespace

Result<std::vector<Row>> measure_indexing(const Bench& bench) {
  std::vector<Row> rows;
  const auto pages = static_cast<double>(bench.files.size());
  for (const bool full : {false, true}) {
    const auto plain = build_plainly(bench);
    if (!plain) return fail(plain.error());
    const auto project = build(bench, full);
    if (!project) return fail(project.error());
    const std::string what = full ? "Indexing again with --full" : "Indexing everything";
    rows.push_back({what, "pages/s", pages / project->seconds, pages / plain->seconds,
                    at_least(kIndexingRatio)});
    rows.push_back({what + ", processor time",
                    "pages/CPU s",
                    pages / project->cpu_seconds,
                    pages / plain->cpu_seconds,
                    {}});
    rows.push_back({what + ", peak memory", "MB", project->peak_mb, {}, at_most(kPeakMb)});
  }
  return rows;
}

}  // namespace kb::bench
