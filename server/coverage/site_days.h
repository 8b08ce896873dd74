// The days that the pages for coverage look at: up to today, as the site's calendar has them.
//
//   const auto days = last_days(config, clock.now(), 28);     // 28 of them, today among them
//   iso_day(days->from)                                       // "2026-03-02"
//
// An Error where the configured time zone is none. Pure, thread-safe.

#pragma once

#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/store/rollup_table.h"

namespace kb {

Result<store::DayRange> last_days(const Config& config, Time now, std::int64_t count);
store::DayRange days_before(const store::DayRange& days);  // as many
Time first_second(std::int64_t day);                       // as UTC has it: for writing the date
std::string iso_day(std::int64_t day);

}  // namespace kb
