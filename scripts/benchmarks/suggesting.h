// Measures how soon suggestions come while one types, letter by letter.
//
//   Result<std::vector<Row>> rows = measure_suggesting(bench, server);
//
// Every beginning of 300 titles, over all languages, each once as it should be and once with two
// letters swapped; over HTTP, one connection, one request after the other. Fails where the server
// does not answer; single failed requests are a figure. Not thread-safe.

#pragma once

#include "scripts/benchmarks/bench.h"
#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

Result<std::vector<Row>> measure_suggesting(const Bench& bench, const ServerProcess& server);

}  // namespace kb::bench
