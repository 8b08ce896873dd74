#include "core/base/opening_hours.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;

OpeningHours hours(std::string_view text) {
  auto parsed = OpeningHours::parse(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(OpeningHours{});
}

struct Case {
  int weekday, minute, until;  // -1: closed
};
class OpenUntil : public testing::TestWithParam<Case> {};

TEST_P(OpenUntil, IsTheEndOfTheSpan) {
  const auto week =
      hours("Mo-Fr 09:00-12:30,13:30-17:00; Sa,Su 10:00-14:00; Su 14:00-24:00; We 00:00-09:00");
  EXPECT_EQ(week.open_until(GetParam().weekday, GetParam().minute).value_or(-1), GetParam().until);
}

INSTANTIATE_TEST_SUITE_P(Moments, OpenUntil,
                         testing::Values(Case{0, 539, -1}, Case{0, 540, 750}, Case{0, 749, 750},
                                         Case{0, 750, -1}, Case{0, 810, 1020}, Case{0, 1020, -1},
                                         Case{5, 600, 840},
                                         // Spans that touch are one.
                                         Case{6, 600, 1440}, Case{2, 0, 750}));

TEST(OpeningHours, NothingWrittenIsAlways) {
  EXPECT_TRUE(hours(" ").is_always());
  EXPECT_EQ(hours("").open_until(6, 3), 1440);
}

TEST(OpeningHours, NextOpeningGoesOnIntoTheNextWeek) {
  using Opening = OpeningHours::Opening;
  const auto week = hours("Mo-Fr 09:00-12:30,13:30-17:00");
  EXPECT_EQ(week.next_opening(0, 0), (Opening{0, 540}));
  EXPECT_EQ(week.next_opening(0, 760), (Opening{0, 810}));
  EXPECT_EQ(week.next_opening(0, 1020), (Opening{1, 540}));
  EXPECT_EQ(week.next_opening(4, 1020), (Opening{3, 540}));
  EXPECT_EQ(hours("Tu 09:00-10:00").next_opening(1, 700), (Opening{7, 540}));
  EXPECT_EQ(hours("Sa-Mo 09:00-10:00").next_opening(3, 0), (Opening{2, 540}));
}

TEST(OpeningHours, OtherFormsAreErrors) {
  for (const auto* text :
       {"always", "Mo", "Mo 9-17", "Mo 09:00", "Mo 17:00-09:00", "Xx 09:00-10:00",
        "Mo-Tu-We 09:00-10:00", "Mo 09:00-25:00", "Mo 09:61-10:00", "Mo 09:00-10:00;",
        "Mo 09:00-10:00-11:00", "Mo, 09:00-10:00"}) {
    const auto parsed = OpeningHours::parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(to_line(parsed.error()), "these are no opening hours: '" + std::string(text) +
                                           "'; such as \"Mo-Fr 09:00-17:00; Sa 10:00-14:00\"");
  }
}

}  // namespace
