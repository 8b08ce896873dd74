#include "scripts/benchmarks/checking.h"

#include "scripts/benchmarks/child.h"

namespace kb::bench {
namespace {

constexpr double kCheckSeconds = 10;

}  // namespace

Result<std::vector<Row>> measure_checking(const Bench& bench) {
  const auto cost =
      run({(bench.programs / "kb-index").string(), "check", "--config", bench.config_file.string()},
          bench.scratch / "check.log");
  if (!cost) return fail(cost.error());
  return std::vector<Row>{{"Checking everything", "s", cost->seconds, {}, at_most(kCheckSeconds)},
                          {"Checking everything, peak memory", "MB", cost->peak_mb, {}, {}}};
}

}  // namespace kb::bench
