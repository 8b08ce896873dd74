// How many tickets the next weeks will bring, day by day, with how far that may be off.
//
//   auto weeks = forecast({12, 15, 9, …}, first_day);      // tickets a day, whole days, no gaps
//   weeks->days[0].expected, weeks->days[0].likely          // 14.2, {9.8, 18.6}
//   weeks->error, weeks->naive_error                        // what is gained over "as last week"
//
// A level that follows recent days (exponential smoothing) and is drawn back to the mean of the
// last half year, times a factor for the day of the week, times one for the month where there are
// two years of days. Intervals hold what 80 and 95 % of the errors were in a backtest: forecasts of
// the past, made from the days before them alone. Fewer than 28 days are an Error. Pure,
// thread-safe.

#pragma once

#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/insights/share.h"

namespace kb::insights {

struct ForecastDay {
  Time day;
  double expected = 0;
  std::optional<Interval> likely;       // with 80 %; nothing where the backtest is too short
  std::optional<Interval> almost_sure;  // with 95 %
};

struct Forecast {
  std::vector<ForecastDay> days;  // 28, or 14 where there are fewer than eight weeks of days
  double error = 0;               // mean absolute error of a day in the backtest
  double naive_error = 0;         // of "as many as on that day of the week last seen"
  std::int64_t tested_days = 0;
  std::int64_t known_days = 0;
};

Result<Forecast> forecast(const std::vector<double>& per_day, Time first_day);

}  // namespace kb::insights
