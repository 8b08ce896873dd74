#include "core/insights/period.h"

#include <gtest/gtest.h>

#include "core/base/date.h"
#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

struct Case {
  std::string_view from, to, period;
};
class PeriodOf : public testing::TestWithParam<Case> {};

// On 20 March 2026, at noon.
TEST_P(PeriodOf, TwoDays) {
  const auto period = parse_period(GetParam().from, GetParam().to, at("2026-03-20T12:00:00Z"));
  const std::string text =
      period ? iso_time(period->from) + " " + iso_time(period->until) : to_line(period.error());
  EXPECT_EQ(text, GetParam().period);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PeriodOf,
    testing::Values(
        Case{"", "", "2026-02-20T00:00:00Z 2026-03-20T00:00:00Z"},
        Case{"2026-03-01", "2026-03-31", "2026-03-01T00:00:00Z 2026-04-01T00:00:00Z"},
        Case{"2026-03-01", "", "2026-03-01T00:00:00Z 2026-03-20T00:00:00Z"},
        Case{"", "2026-02-28", "2026-02-01T00:00:00Z 2026-03-01T00:00:00Z"},
        Case{"2026-03-01", "2026-03-01", "2026-03-01T00:00:00Z 2026-03-02T00:00:00Z"},
        Case{"2028-02-29", "2028-02-29", "2028-02-29T00:00:00Z 2028-03-01T00:00:00Z"},
        Case{"2026-03-02", "2026-03-01",
             "the period ends on 2026-03-01, before it begins on 2026-03-02; exchange the two "
             "days"},
        Case{"2026-03-20", "",
             "the period ends on 2026-03-19, before it begins on 2026-03-20; give a later end, "
             "too"},
        Case{"soon", "", "not a day: 'soon'; write it as 2026-03-14"},
        Case{"", "2026-02-30", "not a day: '2026-02-30'; write it as 2026-03-14"},
        Case{"2026-03-01T10:00:00Z", "",
             "not a day: '2026-03-01T10:00:00Z'; write it as 2026-03-14"},
        Case{"0001-01-01", "2026-03-01", "the period has 739676 days; ask for ten years at most"}));

TEST(Period, HoldsItsFirstSecondAndNotTheOneAfterIt) {
  const Period march = period("2026-03-01", "2026-03-31");
  EXPECT_FALSE(contains(march, at("2026-02-28T23:59:59Z")));
  EXPECT_TRUE(contains(march, at("2026-03-01T00:00:00Z")));
  EXPECT_TRUE(contains(march, at("2026-03-31T23:59:59Z")));
  EXPECT_FALSE(contains(march, at("2026-04-01T00:00:00Z")));
  EXPECT_FALSE(contains(march, std::optional<Time>()));
  EXPECT_EQ(days(march), 31);
  EXPECT_EQ(previous(march), period("2026-01-29", "2026-02-28"));
}

// Clocks in Europe changed on 29 March 2026: days in UTC did not.
TEST(Period, HasDaysOfOneLength) {
  const auto steps = split(period("2026-03-28", "2026-03-30"), Step::day);
  ASSERT_EQ(steps.size(), 3U);
  for (const Period& day : steps) EXPECT_EQ(day.until - day.from, kDay);
  EXPECT_EQ(day_of(at("2026-03-29T23:59:59Z")), at("2026-03-29"));
  EXPECT_EQ(day_of(at("1969-12-31T23:59:59Z")), at("1969-12-31"));
}

TEST(Period, IsCutIntoWeeksAtMondays) {
  // Wednesday to the second Tuesday.
  const auto weeks = split(period("2026-03-04", "2026-03-17"), Step::week);
  const std::vector<Period> expected = {period("2026-03-04", "2026-03-08"),
                                        period("2026-03-09", "2026-03-15"),
                                        period("2026-03-16", "2026-03-17")};
  EXPECT_EQ(weeks, expected);
  EXPECT_EQ(step_of(weeks, at("2026-03-03T23:59:59Z")), std::nullopt);
  EXPECT_EQ(step_of(weeks, at("2026-03-04")), 0U);
  EXPECT_EQ(step_of(weeks, at("2026-03-09")), 1U);
  EXPECT_EQ(step_of(weeks, at("2026-03-17T23:59:59Z")), 2U);
  EXPECT_EQ(step_of(weeks, at("2026-03-18")), std::nullopt);
}

TEST(Period, IsShownByDaysForFiveWeeks) {
  EXPECT_EQ(step_for(period("2026-03-01", "2026-04-04")), Step::day);
  EXPECT_EQ(step_for(period("2026-03-01", "2026-04-05")), Step::week);
}

TEST(Steps, AreMonthsOfTheCalendar) {
  const auto steps = split(period("2026-01-15", "2026-03-02"), Step::month);
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[0], period("2026-01-15", "2026-01-31"));
  EXPECT_EQ(steps[1], period("2026-02-01", "2026-02-28"));
  EXPECT_EQ(steps[2], period("2026-03-01", "2026-03-02"));
  EXPECT_EQ(split(period("2025-12-31", "2026-01-01"), Step::month).size(), 2u);
}

TEST(Steps, HaveNames) {
  for (const Step step : {Step::day, Step::week, Step::month})
    EXPECT_EQ(parse_step(step_name(step)), step);
  EXPECT_EQ(parse_step("moth").error().hint, "did you mean `month`?");
}

}  // namespace
}  // namespace kb::insights
