#include "core/insights/period.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/date.h"
#include "core/base/nearest_key.h"

namespace kb::insights {
namespace {

constexpr std::int64_t kUsualDays = 28;
constexpr std::int64_t kMostDays = 3660;
constexpr std::int64_t kDaysShownSingly = 35;
constexpr std::size_t kDateLength = 10;  // "2026-03-14"
constexpr std::array<std::string_view, 3> kSteps = {"day", "week", "month"};

Result<Time> parse_day(std::string_view text) {
  const auto day = parse_time(text);
  if (!day || text.size() != kDateLength)
    return fail("not a day: '" + std::string(text.substr(0, 60)) + "'", {},
                "write it as 2026-03-14");
  return *day;
}

Time next_monday(Time day) {
  const std::chrono::weekday weekday{std::chrono::floor<std::chrono::days>(day)};
  return day + kDay * (8 - weekday.iso_encoding());
}

Time next_month(Time day) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(day)};
  return std::chrono::sys_days{(date.year() / date.month() + std::chrono::months{1}) / 1};
}

Time next_step(Time day, Step step) {
  switch (step) {
    case Step::day:
      return day + kDay;
    case Step::week:
      return next_monday(day);
    case Step::month:
      return next_month(day);
  }
  return day + kDay;
}

}  // namespace

Time day_of(Time time) {
  return std::chrono::floor<std::chrono::days>(time);
}

std::int64_t days(const Period& period) {
  return (period.until - period.from) / kDay;
}

Period previous(const Period& period) {
  return {period.from - (period.until - period.from), period.from};
}

Result<Period> parse_period(std::string_view from, std::string_view to, Time now) {
  Period period;
  period.until = day_of(now);
  if (!to.empty()) {
    const auto day = parse_day(to);
    if (!day) return fail(day.error());
    period.until = *day + kDay;
  }
  period.from = period.until - kDay * kUsualDays;
  if (!from.empty()) {
    const auto day = parse_day(from);
    if (!day) return fail(day.error());
    period.from = *day;
  }
  if (period.from >= period.until)
    return fail("the period ends on " + iso_date(period.until - kDay) + ", before it begins on " +
                    iso_date(period.from),
                {}, to.empty() ? "give a later end, too" : "exchange the two days");
  if (days(period) > kMostDays)
    return fail("the period has " + std::to_string(days(period)) + " days", {},
                "ask for ten years at most");
  return period;
}

std::string_view step_name(Step step) {
  return kSteps.at(static_cast<std::size_t>(step));
}

Result<Step> parse_step(std::string_view name) {
  const auto found = std::find(kSteps.begin(), kSteps.end(), name);
  if (found == kSteps.end())
    return fail("no step '" + std::string(name.substr(0, 60)) + "'", {},
                nearest_key(name, {kSteps.begin(), kSteps.end()}));
  return static_cast<Step>(found - kSteps.begin());
}

Step step_for(const Period& period) {
  return days(period) <= kDaysShownSingly ? Step::day : Step::week;
}

std::vector<Period> split(const Period& period, Step step) {
  std::vector<Period> steps;
  for (Time from = period.from; from < period.until; from = steps.back().until) {
    steps.push_back({from, std::min(next_step(from, step), period.until)});
  }
  return steps;
}

std::optional<std::size_t> step_of(std::span<const Period> steps, Time time) {
  const auto after = std::upper_bound(steps.begin(), steps.end(), time,
                                      [](Time t, const Period& step) { return t < step.from; });
  if (after == steps.begin() || !contains(*std::prev(after), time)) return std::nullopt;
  return static_cast<std::size_t>(std::prev(after) - steps.begin());
}

}  // namespace kb::insights
