// Measures what the server's own work on a page costs: processor time per request for each kind.
//
//   Result<std::vector<Row>> rows = measure_pages(bench, server);
//
// Whole requests over HTTP, one after the other: reading, looking up, searching where the page
// does, rendering, compressing nothing. Not thread-safe.

#pragma once

#include "scripts/benchmarks/bench.h"
#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

Result<std::vector<Row>> measure_pages(const Bench& bench, const ServerProcess& server);

}  // namespace kb::bench
