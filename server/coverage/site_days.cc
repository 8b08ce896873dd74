#include "server/coverage/site_days.h"

#include "core/base/date.h"
#include "core/text/calendar.h"

namespace kb {

Result<store::DayRange> last_days(const Config& config, Time now, std::int64_t count) {
  const auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  const auto today = calendar->day_of(now);
  return store::DayRange{today - count + 1, today};
}

store::DayRange days_before(const store::DayRange& days) {
  return {days.from - (days.to - days.from + 1), days.from - 1};
}

Time first_second(std::int64_t day) {
  return Time(std::chrono::days(day));
}

std::string iso_day(std::int64_t day) {
  return iso_date(first_second(day));
}

}  // namespace kb
