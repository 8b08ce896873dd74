#include "core/insights/trends.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

// Two days, and the two before them.
const std::vector<Period> kSteps = split(period("2026-03-03", "2026-03-04"), Step::day);

void see(std::vector<Sighting>& sightings, std::uint32_t name, int times, std::string_view when) {
  sightings.insert(sightings.end(), static_cast<std::size_t>(times), {name, at(when)});
}

struct Case {
  std::string_view about;
  int before, now;
  bool seen_long_ago;
  Direction direction;
  double p;
};
class TrendOf : public testing::TestWithParam<Case> {};

TEST_P(TrendOf, OneName) {
  const Case& c = GetParam();
  std::vector<Sighting> sightings;
  see(sightings, 1, c.seen_long_ago ? 1 : 0, "2026-01-01");
  see(sightings, 1, c.before, "2026-03-01");
  see(sightings, 1, c.now, "2026-03-04T23:59:59Z");
  const auto trends = trends_of(sightings, kSteps, true);
  ASSERT_EQ(trends.size(), 1U) << c.about;
  EXPECT_EQ(direction_name(*trends[0].direction), direction_name(c.direction)) << c.about;
  EXPECT_NEAR(*trends[0].p, c.p, 1e-6) << c.about;
  EXPECT_EQ(trends[0].by_step, (std::vector<std::int64_t>{0, c.now})) << c.about;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TrendOf,
    testing::Values(Case{"first seen now", 0, 1, false, Direction::fresh, 1},
                    Case{"seen long ago, and back", 0, 1, true, Direction::steady, 1},
                    Case{"5 after 0: 2 / 2^5", 0, 5, true, Direction::steady, 0.0625},
                    Case{"6 after 0: 2 / 2^6", 0, 6, true, Direction::rising, 0.03125},
                    Case{"1 after 9: 2 × (1 + 10) / 2^10", 9, 1, false, Direction::falling,
                         0.021484375},
                    Case{"none after 3: 2 / 2^3", 3, 0, false, Direction::gone, 0.25}));

// Alone, 6 after 0 is a rise (0.03125); of two names asked about at once it is not: 0.0625.
TEST(Trends, AreHeldAgainstAllThatIsAsked) {
  std::vector<Sighting> sightings;
  see(sightings, 1, 1, "2026-01-01");
  see(sightings, 1, 6, "2026-03-03");
  see(sightings, 2, 7, "2026-03-01");
  see(sightings, 2, 7, "2026-03-03");
  const auto trends = trends_of(sightings, kSteps, true);
  ASSERT_EQ(trends.size(), 2U);
  EXPECT_EQ(trends[0].name, 2U) << "the most frequent first";
  EXPECT_EQ(trends[1].direction, Direction::steady);
  EXPECT_NEAR(*trends[1].p, 0.0625, 1e-9);
}

TEST(Trends, SayNothingWithoutAPeriodBefore) {
  std::vector<Sighting> sightings;
  see(sightings, 1, 6, "2026-03-03");
  see(sightings, 2, 2, "2026-03-02");  // only before
  see(sightings, 3, 2, "2026-03-05");  // only after
  const auto trends = trends_of(sightings, kSteps, false);
  ASSERT_EQ(trends.size(), 1U);
  EXPECT_EQ(trends[0].now, 6);
  EXPECT_EQ(trends[0].before, std::nullopt);
  EXPECT_EQ(trends[0].p, std::nullopt);
  EXPECT_EQ(trends[0].direction, std::nullopt);
}

TEST(Trends, OfNothingAreNothing) {
  EXPECT_TRUE(trends_of({}, kSteps, true).empty());
  EXPECT_TRUE(trends_of({{1, at("2026-03-03")}}, {}, true).empty());
}

}  // namespace
}  // namespace kb::insights
