// Weeks as ISO 8601 counts them: from Monday, in UTC; the first of a year has its first Thursday.
//
//   week_before(now)               -> the whole week that ended last Sunday
//   week_name(week)                -> "2026-W47"
//   parse_week("2026-W47")         -> nothing where there is no such week
//
// Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/store/review_samples.h"

namespace kb {

store::Period week_of(Time time);
store::Period week_before(Time time);
std::string week_name(const store::Period& week);
std::optional<store::Period> parse_week(std::string_view name);

}  // namespace kb
