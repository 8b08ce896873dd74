#include "core/text/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "core/base/date.h"

namespace kb::text {
namespace {

Time at(std::string_view text) {
  return parse_time(text).value();
}

std::int64_t day(std::string_view date) {
  return at(date).time_since_epoch().count() / 86'400;
}

struct Moment {
  std::string_view zone, time, date;
  int minute;
};
class CalendarMoments : public testing::TestWithParam<Moment> {};

TEST_P(CalendarMoments, BelongToTheDayThatClocksThereShow) {
  const auto calendar = Calendar::of(std::string(GetParam().zone));
  ASSERT_TRUE(calendar.has_value());
  EXPECT_EQ(calendar->day_of(at(GetParam().time)), day(GetParam().date));
  EXPECT_EQ(calendar->minute_of_day(at(GetParam().time)), GetParam().minute);
}

INSTANTIATE_TEST_SUITE_P(
    Places, CalendarMoments,
    testing::Values(Moment{"UTC", "2026-03-28T23:59:59Z", "2026-03-28", 1439},
                    Moment{"UTC", "2026-03-29T00:00:00Z", "2026-03-29", 0},
                    Moment{"UTC", "1969-12-31T23:59:59Z", "1969-12-31", 1439},
                    // Two hours ahead in winter; at 03:00 of 29 March clocks go to 04:00.
                    Moment{"Europe/Bucharest", "2026-03-28T21:59:59Z", "2026-03-28", 1439},
                    Moment{"Europe/Bucharest", "2026-03-28T22:00:00Z", "2026-03-29", 0},
                    Moment{"Europe/Bucharest", "2026-03-29T00:59:59Z", "2026-03-29", 179},
                    Moment{"Europe/Bucharest", "2026-03-29T01:00:00Z", "2026-03-29", 240},
                    Moment{"Europe/Bucharest", "2026-03-29T20:59:59Z", "2026-03-29", 1439},
                    Moment{"Europe/Bucharest", "2026-03-29T21:00:00Z", "2026-03-30", 0},
                    // At 04:00 of 25 October they go back to 03:00: that hour comes twice.
                    Moment{"Europe/Bucharest", "2026-10-25T00:30:00Z", "2026-10-25", 210},
                    Moment{"Europe/Bucharest", "2026-10-25T01:30:00Z", "2026-10-25", 210},
                    Moment{"Europe/Bucharest", "2026-10-25T21:59:59Z", "2026-10-25", 1439},
                    Moment{"America/New_York", "2026-03-08T04:59:59Z", "2026-03-07", 1439},
                    Moment{"America/New_York", "2026-03-08T05:00:00Z", "2026-03-08", 0},
                    Moment{"America/New_York", "2026-03-09T04:00:00Z", "2026-03-09", 0},
                    // Half an hour of summer time: +11:00 and +10:30.
                    Moment{"Australia/Lord_Howe", "2026-04-04T12:59:59Z", "2026-04-04", 1439},
                    Moment{"Australia/Lord_Howe", "2026-04-04T13:00:00Z", "2026-04-05", 0},
                    Moment{"Australia/Lord_Howe", "2026-04-05T13:29:59Z", "2026-04-05", 1439},
                    Moment{"Australia/Lord_Howe", "2026-04-05T13:30:00Z", "2026-04-06", 0},
                    Moment{"Asia/Kathmandu", "2026-01-01T18:15:00Z", "2026-01-02", 0},
                    Moment{"Pacific/Kiritimati", "2026-01-01T10:00:00Z", "2026-01-02", 0}));

struct Day {
  std::string_view zone, date, begin;
  int hours_times_2;
};
class CalendarDays : public testing::TestWithParam<Day> {};

TEST_P(CalendarDays, BeginAtTheirFirstSecond) {
  const auto calendar = Calendar::of(std::string(GetParam().zone));
  ASSERT_TRUE(calendar.has_value());
  const std::int64_t number = day(GetParam().date);
  const Time begin = calendar->begin_of(number);
  EXPECT_EQ(begin, at(GetParam().begin));
  EXPECT_LT(calendar->day_of(begin - std::chrono::seconds(1)), number);
  EXPECT_EQ(calendar->begin_of(number + 1) - begin,
            std::chrono::minutes(30) * GetParam().hours_times_2);
}

INSTANTIATE_TEST_SUITE_P(
    Places, CalendarDays,
    testing::Values(Day{"UTC", "2026-03-29", "2026-03-29T00:00:00Z", 48},
                    Day{"UTC", "1969-12-31", "1969-12-31T00:00:00Z", 48},
                    Day{"Europe/Bucharest", "2026-03-29", "2026-03-28T22:00:00Z", 46},
                    Day{"Europe/Bucharest", "2026-03-30", "2026-03-29T21:00:00Z", 48},
                    Day{"Europe/Bucharest", "2026-10-25", "2026-10-24T21:00:00Z", 50},
                    Day{"America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 46},
                    Day{"America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", 50},
                    Day{"Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", 49},
                    Day{"Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00Z", 47},
                    // Beirut's clocks go from midnight to 01:00: the day has no 00:00.
                    Day{"Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z", 46},
                    // Samoa moved to the other side of the date line and left this day out.
                    Day{"Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0}));

TEST(Calendar, NamesTheDaysOfTheWeek) {
  EXPECT_EQ(Calendar::weekday(day("2026-03-02")), 0);  // a Monday
  EXPECT_EQ(Calendar::weekday(day("2026-03-08")), 6);
  EXPECT_EQ(Calendar::weekday(0), 3);
  EXPECT_EQ(Calendar::weekday(-1), 2);
  EXPECT_EQ(Calendar::weekday(-4), 6);
}

struct Unknown {
  std::string zone, hint;
};
class UnknownZones : public testing::TestWithParam<Unknown> {};

TEST_P(UnknownZones, AreErrorsThatNameTheNearest) {
  const auto calendar = Calendar::of(GetParam().zone);
  ASSERT_FALSE(calendar.has_value());
  EXPECT_EQ(calendar.error().what, "no such time zone: '" + GetParam().zone + "'");
  EXPECT_EQ(calendar.error().hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Names, UnknownZones,
    testing::Values(Unknown{"europe/bucharest", "did you mean `Europe/Bucharest`?"},
                    Unknown{"Bucharest", "did you mean `Europe/Bucharest`?"},
                    Unknown{"Europe/New York", "did you mean `America/New_York`?"},
                    Unknown{"Europe/Bucarest", "did you mean `Europe/Bucharest`?"},
                    // ICU would take it, for a zone that knows no summer time.
                    Unknown{"GMT+02:30", "write it as UTC, Europe/Bucharest or America/New_York"},
                    Unknown{"Etc/Unknown", "write it as UTC, Europe/Bucharest or America/New_York"},
                    Unknown{"", "write it as UTC, Europe/Bucharest or America/New_York"}));

TEST(Calendar, KnowsItsZone) {
  EXPECT_EQ(Calendar::of("Asia/Tokyo")->zone(), "Asia/Tokyo");
}

TEST(Calendar, MayBeAskedFromManyThreads) {
  const auto calendar = Calendar::of("Europe/Warsaw");
  ASSERT_TRUE(calendar.has_value());
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&calendar] {
      for (std::int64_t number = 20'000; number < 20'400; ++number)
        EXPECT_EQ(calendar->day_of(calendar->begin_of(number)), number);
    });
}

}  // namespace
}  // namespace kb::text
