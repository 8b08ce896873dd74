#include "core/base/date.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view text, time;
};
class Dates : public testing::TestWithParam<Case> {};

TEST_P(Dates, AreReadAsUtc) {
  const auto time = parse_time(GetParam().text);
  ASSERT_TRUE(time) << to_line(time.error());
  EXPECT_EQ(iso_time(*time), GetParam().time);
  EXPECT_EQ(iso_date(*time), GetParam().time.substr(0, 10));
}

INSTANTIATE_TEST_SUITE_P(
    Forms, Dates,
    testing::Values(Case{"2026-03-14", "2026-03-14T00:00:00Z"},
                    Case{"2026-03-14T09:30", "2026-03-14T09:30:00Z"},
                    Case{"2026-03-14 09:30", "2026-03-14T09:30:00Z"},
                    Case{"2026-03-14t09:30:15z", "2026-03-14T09:30:15Z"},
                    Case{"2026-03-14T09:30:15Z", "2026-03-14T09:30:15Z"},
                    Case{"2026-03-14T09:30:15.123456Z", "2026-03-14T09:30:15Z"},
                    Case{"2026-03-14 09:30:00+01:00", "2026-03-14T08:30:00Z"},
                    Case{"2026-03-14 09:30:00 -0530", "2026-03-14T15:00:00Z"},
                    Case{"2026-03-14T00:30:00+02", "2026-03-13T22:30:00Z"},
                    Case{"2025-12-31T23:59:60Z", "2026-01-01T00:00:00Z"},  // a leap second
                    Case{"2024-02-29", "2024-02-29T00:00:00Z"},
                    Case{"1969-12-31", "1969-12-31T00:00:00Z"},
                    Case{"0001-01-01", "0001-01-01T00:00:00Z"},
                    Case{"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"}));

class NotDates : public testing::TestWithParam<std::string_view> {};

TEST_P(NotDates, AreErrorsWithAHint) {
  const auto time = parse_time(GetParam());
  ASSERT_FALSE(time) << iso_time(*time);
  EXPECT_EQ(time.error().what, "not a date: '" + std::string(GetParam().substr(0, 60)) + "'");
  EXPECT_EQ(time.error().hint, "write it as 2026-03-14 or 2026-03-14T09:30:00Z");
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NotDates,
    testing::Values("", "soon", "2026", "2026-3-14", "14.03.2026", "2026/03/14", "2026-13-01",
                    "2026-00-10", "2026-02-30", "2025-02-29", "2026-03-14T", "2026-03-14T9:30",
                    "2026-03-14T24:00", "2026-03-14T09:60", "2026-03-14T09:30:61",
                    "2026-03-14T09:30:", "2026-03-14T09:30Zulu", "2026-03-14T09:30+15:00",
                    "2026-03-14T09:30+01:", "2026-03-14T09:30+1", "2026-03-14T09:30:00.",
                    "2026-03-14 and then some", "-026-03-14", "２０２６-03-14", "2026-03-14\n",
                    "999999999999999999999999999999999999999999999999999999999999999999999"));

}  // namespace
}  // namespace kb
