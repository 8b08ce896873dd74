// A stretch of whole days, and how reports cut it into days, weeks or months.
//
//   auto march = parse_period("2026-03-01", "2026-03-31", clock.now());  // until: 1 April, 00:00
//   previous(*march)                     // the 31 days before
//   split(*march, Step::week)            // from Monday to Monday; the first and last may be short
//
// Pure, thread-safe. Days are written as they would be in UTC, which knows no summer time: each has
// 24 hours; core/text/calendar.h says when they begin elsewhere. An Error for what is no day, for
// an end before the start, and for more than ten years.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::insights {

constexpr std::chrono::seconds kDay = std::chrono::hours(24);

struct Period {
  Time from;
  Time until;  // not this second itself

  bool operator==(const Period&) const = default;
};

inline bool contains(const Period& period, Time time) {
  return time >= period.from && time < period.until;
}
inline bool contains(const Period& period, const std::optional<Time>& time) {
  return time && contains(period, *time);
}

Time day_of(Time time);  // its first second
std::int64_t days(const Period& period);
Period previous(const Period& period);  // of the same length

// `from` and `to` are days, both within the period. Without `to`: yesterday; without `from`: the 28
// days up to `to`.
Result<Period> parse_period(std::string_view from, std::string_view to, Time now);

enum class Step { day, week, month };

std::string_view step_name(Step step);  // "day", "week", "month"
Result<Step> parse_step(std::string_view name);

Step step_for(const Period& period);  // days for up to five weeks
std::vector<Period> split(const Period& period, Step step);

// Which of `steps`, one after the other, holds `time`.
std::optional<std::size_t> step_of(std::span<const Period> steps, Time time);

}  // namespace kb::insights
