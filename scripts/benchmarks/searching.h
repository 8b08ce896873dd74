// Searching in-process: top 10 with sections and snippets, against plain Xapian's match alone.
//
//   auto cost = measure_searching(bench);
//   cost->project_us, cost->plain_us      // processor time of one query, medians over rounds
//
// One thread, warmed, no result cache. Both take turns every few queries, so that whatever else the
// machine does falls on both. Fails where a search does.

#pragma once

#include "scripts/benchmarks/bench.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

struct SearchCost {
  double project_us = 0;
  double plain_us = 0;
};

Result<SearchCost> measure_searching(const Bench& bench);
std::vector<Row> rows_of(const SearchCost& cost);

}  // namespace kb::bench
