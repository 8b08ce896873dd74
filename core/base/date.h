// Dates as writers write them in front matter and as the API prints them: ISO 8601, in UTC where no
// offset is given.
//
//   parse_time("2026-03-14")                -> 2026-03-14T00:00:00Z
//   parse_time("2026-03-14 09:30:00+01:00") -> 2026-03-14T08:30:00Z
//
// Pure functions, thread-safe. parse_time fails on anything that is not a real date.

#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb {

Result<Time> parse_time(std::string_view text);
std::string iso_time(Time time);  // "2026-03-14T08:30:00Z"
std::string iso_date(Time time);  // "2026-03-14"

}  // namespace kb
