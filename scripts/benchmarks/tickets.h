// Tickets: read, redacted, grouped and indexed, and those like a message found again.
//
//   Result<std::vector<Row>> rows = measure_tickets("content/tickets", programs, scratch);
//
// Works on a site of its own in `scratch`. Fails if a program does.

#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "scripts/benchmarks/table.h"

namespace kb::bench {

struct TicketBench {
  std::filesystem::path sample;    // a folder of tickets to make more like
  std::filesystem::path programs;  // where kb-index is
  std::filesystem::path scratch;   // to write in
};

Result<std::vector<Row>> measure_tickets(const TicketBench& bench);

}  // namespace kb::bench
