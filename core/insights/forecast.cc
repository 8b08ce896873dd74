#include "core/insights/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

#include "core/insights/period.h"

namespace kb::insights {
namespace {

constexpr std::size_t kWeek = 7;
constexpr std::size_t kYear = 365;
constexpr std::size_t kFewestDays = 28;
constexpr std::size_t kFewestTrained = 14;   // before the first day of a backtest
constexpr std::size_t kLongWindow = 26 * 7;  // what factors and the mean are taken from
constexpr std::size_t kMostOrigins = 12;     // of the backtest, a week apart
constexpr std::size_t kDaysForLongForecast = 56;
constexpr double kFollow = 0.1;  // how much of a day's surprise the level takes on
constexpr double kStay = 0.97;   // how much of its distance from the mean stays each day

using Days = std::span<const double>;

std::size_t weekday_of(Time day) {
  return std::chrono::weekday(std::chrono::floor<std::chrono::days>(day)).c_encoding();
}

std::size_t month_of(Time day) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(day)};
  return static_cast<unsigned>(date.month()) - 1;
}

Time day_after(Time first, std::size_t days) {
  return first + kDay * static_cast<std::int64_t>(days);
}

double mean(Days days) {
  double sum = 0;
  for (const double day : days) sum += day;
  return days.empty() ? 0 : sum / static_cast<double>(days.size());
}

// How each month compares with its year; 1 for all where there are not two years.
std::array<double, 12> month_factors(Days days, Time first) {
  std::array<double, 12> factors;
  factors.fill(1);
  const std::size_t years = days.size() / kYear;
  if (years < 2) return factors;
  std::array<double, 12> sums{};
  std::array<double, 12> counts{};
  for (std::size_t begin = days.size() - years * kYear; begin < days.size(); begin += kYear) {
    const double level = mean(days.subspan(begin, kYear));
    if (level <= 0) continue;
    for (std::size_t i = begin; i < begin + kYear; ++i) {
      const auto month = month_of(day_after(first, i));
      sums.at(month) += days[i] / level;
      ++counts.at(month);
    }
  }
  for (std::size_t month = 0; month < factors.size(); ++month)
    if (counts.at(month) > 0) factors.at(month) = sums.at(month) / counts.at(month);
  return factors;
}

class Model {
 public:
  Model(Days days, Time first)
      : months_(month_factors(days, first)), next_(day_after(first, days.size())) {
    const std::size_t window = std::min(kLongWindow, days.size() / kWeek * kWeek);
    const Time from = day_after(first, days.size() - window);
    const Days recent = days.last(window);
    fit_weekdays(recent, from);
    level_ = mean_;
    // On a day of the week that brings next to nothing one ticket is no surge of all days.
    for (std::size_t i = 0; i < window; ++i)
      if (const double factor = factor_of(day_after(from, i)); factor > 0)
        level_ += kFollow * std::min(1.0, factor) * (recent[i] / factor - level_);
  }

  double expected(std::size_t ahead) const {  // 1: the day after the last
    const double level = mean_ + (level_ - mean_) * std::pow(kStay, static_cast<double>(ahead));
    return level * factor_of(day_after(next_, ahead - 1));
  }

 private:
  void fit_weekdays(Days recent, Time from) {
    std::vector<double> seasonless(recent.begin(), recent.end());
    for (std::size_t i = 0; i < seasonless.size(); ++i)
      if (const double month = months_.at(month_of(day_after(from, i))); month > 0)
        seasonless[i] /= month;
    mean_ = mean(seasonless);
    weekdays_.fill(1);
    if (mean_ <= 0) return;
    weekdays_.fill(0);
    const std::size_t whole_weeks = seasonless.size() / kWeek;
    const auto weeks = static_cast<double>(whole_weeks);
    for (std::size_t i = 0; i < seasonless.size(); ++i)
      weekdays_.at(weekday_of(day_after(from, i))) += seasonless[i] / (weeks * mean_);
  }

  double factor_of(Time day) const {
    return weekdays_.at(weekday_of(day)) * months_.at(month_of(day));
  }

  std::array<double, 12> months_;
  std::array<double, 7> weekdays_{};
  Time next_;
  double mean_ = 0;
  double level_ = 0;
};

struct Backtest {
  double error = 0;  // sums, until there is something to divide
  double naive_error = 0;
  std::vector<double> scaled;  // errors in parts of the root of what was expected
};

double scale_of(double expected) {
  return std::sqrt(std::max(expected, 1.0));  // counts scatter by about their root
}

Backtest backtest(Days days, Time first, std::size_t horizon) {
  Backtest test;
  std::size_t origin = days.size();
  for (std::size_t made = 0; made < kMostOrigins && origin >= kFewestTrained + kWeek; ++made) {
    origin -= kWeek;
    const Model model(days.first(origin), first);
    for (std::size_t i = origin; i < std::min(days.size(), origin + horizon); ++i) {
      const double expected = model.expected(i - origin + 1);
      const double as_last_week = days[origin - kWeek + (i - origin) % kWeek];
      test.error += std::abs(days[i] - expected);
      test.naive_error += std::abs(days[i] - as_last_week);
      test.scaled.push_back(std::abs(days[i] - expected) / scale_of(expected));
    }
  }
  std::sort(test.scaled.begin(), test.scaled.end());
  const auto tested = static_cast<double>(test.scaled.size());
  test.error /= tested;
  test.naive_error /= tested;
  return test;
}

// The error that a new one stays below with this chance (as conformal prediction has it: one more
// than the tested errors is counted); nothing where they are too few to tell.
std::optional<Interval> around(double expected, const Backtest& test, double chance) {
  const auto tested = static_cast<double>(test.scaled.size());
  const auto rank = static_cast<std::size_t>(std::ceil((tested + 1) * chance));
  if (rank > test.scaled.size()) return std::nullopt;
  const double half = test.scaled[rank - 1] * scale_of(expected);
  return Interval{std::max(0.0, expected - half), expected + half};
}

}  // namespace

Result<Forecast> forecast(const std::vector<double>& per_day, Time first_day) {
  if (per_day.size() < kFewestDays)
    return fail("there are " + std::to_string(per_day.size()) +
                " days of tickets; a forecast needs " + std::to_string(kFewestDays));
  const Days days(per_day);
  const std::size_t horizon = days.size() >= kDaysForLongForecast ? 4 * kWeek : 2 * kWeek;
  const Backtest test = backtest(days, first_day, horizon);
  const Model model(days, first_day);
  Forecast result;
  result.error = test.error;
  result.naive_error = test.naive_error;
  result.tested_days = static_cast<std::int64_t>(test.scaled.size());
  result.known_days = static_cast<std::int64_t>(days.size());
  for (std::size_t ahead = 1; ahead <= horizon; ++ahead) {
    const double expected = model.expected(ahead);
    result.days.push_back({day_after(first_day, days.size() + ahead - 1), expected,
                           around(expected, test, 0.80), around(expected, test, 0.95)});
  }
  return result;
}

}  // namespace kb::insights
