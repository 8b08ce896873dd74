// Measures kb-index check over the whole site.
//
//   Result<std::vector<Row>> rows = measure_checking(bench);
//
// From the start of the process to its end, in all its threads. Not thread-safe.

#pragma once

#include "scripts/benchmarks/bench.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

Result<std::vector<Row>> measure_checking(const Bench& bench);

}  // namespace kb::bench
