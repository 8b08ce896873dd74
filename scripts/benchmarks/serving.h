// Serving: start, load over HTTP, memory, and how soon a changed file is live.
//
//   Result<std::vector<Row>> rows = measure_serving(bench, search_us);
//
// `search_us`: what one of the same queries costs in-process, which is taken off the server's
// processor time. Changes one of the site's files. Fails where the server does not answer at all;
// single failed requests are a figure.

#pragma once

#include "scripts/benchmarks/bench.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

Result<std::vector<Row>> measure_serving(const Bench& bench, double search_us);

}  // namespace kb::bench
