// Indexing: everything, again in full, against plain Xapian over the same files.
//
//   Result<std::vector<Row>> rows = measure_indexing(bench);
//
// Leaves the live index and the plain database for what follows. Fails if a program does.

#pragma once

#include "scripts/benchmarks/bench.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

Result<std::vector<Row>> measure_indexing(const Bench& bench);

}  // namespace kb::bench
