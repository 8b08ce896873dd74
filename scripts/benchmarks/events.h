// Events: taken in batches over HTTP, and reports over ten million of them.
//
//   Result<std::vector<Row>> rows = measure_events({"content", programs, scratch});
//
// Works on a site of its own in `scratch`. The baseline of taking events is the store alone, in
// this process, one transaction for each batch. Fails if a program does.

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

struct EventBench {
  std::filesystem::path programs;  // where kb-index and kb-server are
  std::filesystem::path scratch;   // to write in
  std::int64_t kept = 10'000'000;  // events in the store that is reported on
};

Result<std::vector<Row>> measure_events(const EventBench& bench);

}  // namespace kb::bench
