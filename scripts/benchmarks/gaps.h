// Gaps: found in a million searches, a hundred thousand tickets of the contact form and as many of
// a helpdesk, from scratch and hour by hour; the writers' pages over them; and replaying ten
// thousand queries.
//
//   Result<std::vector<Row>> rows = measure_gaps({programs, scratch});
//
// Works on a site of its own in `scratch`: made-up words in five languages, topics and words as
// frequent as people's are (Zipf). Fails if a program does.

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

struct GapBench {
  std::filesystem::path programs;  // where kb-index and kb-server are
  std::filesystem::path scratch;   // to write in
  std::int64_t searches = 1'000'000;
  std::int64_t tickets = 100'000;  // of the contact form, and again of a helpdesk
};

Result<std::vector<Row>> measure_gaps(const GapBench& bench);

}  // namespace kb::bench
