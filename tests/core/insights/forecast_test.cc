#include "core/insights/forecast.h"

#include <gtest/gtest.h>

#include "core/base/date.h"
#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

// Monday to Sunday, over and over.
std::vector<double> weeks(std::size_t count, std::vector<double> week) {
  std::vector<double> days;
  for (std::size_t i = 0; i < count; ++i) days.insert(days.end(), week.begin(), week.end());
  return days;
}

const Time kFirstMonday = at("2026-03-02");

TEST(Forecast, NeedsFourWeeks) {
  const auto nothing = forecast(std::vector<double>(27, 5.0), kFirstMonday);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().what, "there are 27 days of tickets; a forecast needs 28");
  EXPECT_FALSE(forecast({}, kFirstMonday));
  EXPECT_TRUE(forecast(std::vector<double>(28, 5.0), kFirstMonday));
}

TEST(Forecast, RepeatsAWeekThatRepeats) {
  const std::vector<double> week = {20, 12, 12, 12, 10, 4, 0};
  const auto result = forecast(weeks(8, week), kFirstMonday);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->days.size(), 28U);
  EXPECT_EQ(iso_date(result->days[0].day), "2026-04-27");
  for (std::size_t i = 0; i < 28; ++i) {
    EXPECT_NEAR(result->days[i].expected, week[i % 7], 1e-9) << i;
    EXPECT_NEAR(result->days[i].almost_sure->high, week[i % 7], 1e-9) << i;
  }
  EXPECT_NEAR(result->error, 0, 1e-9);
  EXPECT_NEAR(result->naive_error, 0, 1e-9);
}

// Three weeks of 10 a day, one of 20. Each weekday has the same mean, 12.5, so all factors are 1.
// The level starts there, and takes on a tenth of each surprise: 10 + 2.5 × 0.9^21 = 10.27355, then
// 20 - 9.72645 × 0.9^7 = 15.34787. Of its distance from the mean 0.97 stay each day:
// 12.5 + 2.84787 × 0.97 = 15.26243 tomorrow, 12.5 + 2.84787 × 0.97^14 = 14.35919 in two weeks.
TEST(Forecast, FollowsALevelAndDrawsItBack) {
  auto days = weeks(3, std::vector<double>(7, 10));
  days.insert(days.end(), 7, 20);
  const auto result = forecast(days, kFirstMonday);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->days.size(), 14U);
  EXPECT_NEAR(result->days[0].expected, 15.26243, 1e-5);
  EXPECT_NEAR(result->days[13].expected, 14.35919, 1e-5);
}

// Backtest of the same days: from day 21 it expects 10 for each of the 7 days of 20, from day 14
// the same for 7 days of 10 and 7 of 20. So 21 days, 14 of them off by 10: 140 / 21 = 6.667. "As
// last week" expects the same. In parts of the root of what was expected the errors are 7 times 0
// and 14 times 10 / √10; the 80th percentile of 21 is at rank ⌈22 × 0.8⌉ = 18, the 95th at 21: both
// are √10, so that 15.26243 may be off by √10 × √15.26243 = 12.35412.
TEST(Forecast, TellsHowFarItWasOffInThePast) {
  auto days = weeks(3, std::vector<double>(7, 10));
  days.insert(days.end(), 7, 20);
  const auto result = forecast(days, kFirstMonday);
  EXPECT_EQ(result->known_days, 28);
  EXPECT_EQ(result->tested_days, 21);
  EXPECT_NEAR(result->error, 140.0 / 21, 1e-9);
  EXPECT_NEAR(result->naive_error, 140.0 / 21, 1e-9);
  ASSERT_TRUE(result->days[0].likely);
  EXPECT_NEAR(result->days[0].likely->low, 15.26243 - 12.35412, 1e-4);
  EXPECT_NEAR(result->days[0].likely->high, 15.26243 + 12.35412, 1e-4);
  EXPECT_EQ(result->days[0].almost_sure, result->days[0].likely);
}

TEST(Forecast, KnowsTheSeasonAfterTwoYears) {
  // Every December brings 20 a day, all other days 10.
  std::vector<double> days;
  const Time first = at("2024-01-01");
  for (Time day = first; day < at("2026-12-01"); day += kDay)
    days.push_back(iso_date(day).substr(5, 2) == "12" ? 20 : 10);
  const auto result = forecast(days, first);
  ASSERT_TRUE(result);
  EXPECT_NEAR(result->days[0].expected, 20, 1.5);
  days.resize(59);  // January and February: two months know no seasons
  const auto young = forecast(days, first);
  EXPECT_NEAR(young->days[0].expected, 10, 1e-9);
}

TEST(Forecast, OfDaysWithoutTicketsIsNought) {
  const auto result = forecast(std::vector<double>(28, 0.0), kFirstMonday);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->days[0].expected, 0);
  EXPECT_EQ(result->days[0].likely, (Interval{0, 0}));
  EXPECT_EQ(result->error, 0);
}

TEST(Forecast, IsNeverBelowNought) {
  std::vector<double> days = weeks(4, {9, 0, 0, 0, 0, 0, 0});
  days[27] = 9;
  const auto result = forecast(days, kFirstMonday);
  ASSERT_TRUE(result);
  for (const ForecastDay& day : result->days) {
    EXPECT_GE(day.expected, 0);
    EXPECT_GE(day.almost_sure->low, 0);
  }
}

// Ten a day and none on Sundays, but for one ticket on the very last: it stood for a surge of 80 on
// all days, as Sundays bring an eighth of a ticket.
TEST(Forecast, IsNotCarriedAwayByARareDay) {
  std::vector<double> days = weeks(8, {10, 10, 10, 10, 10, 10, 0});
  days.back() = 1;
  const auto result = forecast(days, kFirstMonday);
  ASSERT_TRUE(result);
  EXPECT_NEAR(result->days[0].expected, 10, 0.2);
}

}  // namespace
}  // namespace kb::insights
