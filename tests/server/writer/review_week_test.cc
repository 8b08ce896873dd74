#include "server/writer/review_week.h"

#include <gtest/gtest.h>

#include "core/base/date.h"

namespace kb {
namespace {

struct WeekCase {
  const char *day, *name, *monday;
};
class Weeks : public testing::TestWithParam<WeekCase> {};
TEST_P(Weeks, AreThoseOfTheCalendar) {
  const auto week = week_of(*parse_time(GetParam().day));
  EXPECT_EQ(week_name(week), GetParam().name);
  EXPECT_EQ(iso_date(week.from), GetParam().monday);
  EXPECT_EQ(week.until - week.from, std::chrono::weeks{1});
  const auto parsed = parse_week(GetParam().name);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->from, week.from);
}
INSTANTIATE_TEST_SUITE_P(
    Days, Weeks,
    testing::Values(WeekCase{"2026-11-22", "2026-W47", "2026-11-16"},  // a Sunday
                    WeekCase{"2026-11-23", "2026-W48", "2026-11-23"},
                    WeekCase{"2026-01-01", "2026-W01", "2025-12-29"},
                    WeekCase{"2027-01-03", "2026-W53", "2026-12-28"},  // a year of 53 weeks
                    WeekCase{"2027-01-04", "2027-W01", "2027-01-04"},
                    WeekCase{"2024-12-30", "2025-W01", "2024-12-30"}));

TEST(Weeks, BeforeIsTheWholeOne) {
  EXPECT_EQ(week_name(week_before(*parse_time("2026-11-22"))), "2026-W46");
  EXPECT_EQ(week_name(week_before(*parse_time("2026-11-23"))), "2026-W47");
}

TEST(Weeks, ThatThereAreNotAreNothing) {
  for (const char* name :
       {"", "2026", "2026-W54", "2025-W53", "2026-W00", "2026-W4", "2026-W477", "2026-W+1", "x"})
    EXPECT_FALSE(parse_week(name)) << name;
}

}  // namespace
}  // namespace kb
