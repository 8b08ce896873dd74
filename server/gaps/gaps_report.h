// The report of gaps as a command prints it: from the store and the live index, without a server.
//
//   auto text = gaps_report(config, {.format = "json", .lang = "pl"}, clock.now());
//
// Only reads, also while a server runs; gaps that no server has kept yet have no number. An Error
// for a format that is none, a store that is away, an index that cannot be read. Where nothing was
// published yet, every gap is of what is missing.

#pragma once

#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/insights/gaps/gap.h"

namespace kb {

struct GapsReportWish {
  std::string format = "text";  // "text", "json", "csv"
  std::string lang = {};        // empty: all
};

Result<insights::GapReport> find_gaps_now(const Config& config, Time now);
Result<std::string> gaps_report(const Config& config, const GapsReportWish& wish, Time now);

}  // namespace kb
