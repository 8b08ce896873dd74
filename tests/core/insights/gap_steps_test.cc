#include "core/insights/gap_steps.h"

#include <gmock/gmock.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

using store::Gap;
using store::GapChange;
using store::GapState;
using testing::ElementsAre;

Gap gap(std::int64_t id, std::string_view created, GapState state = GapState::open) {
  return {.id = id, .lang = "en", .state = state, .created = at(created)};
}

GapChange turned(std::int64_t gap, std::string_view day, std::string before, std::string after) {
  return {.gap = gap, .at = at(day), .what = "state", .before = before, .after = after};
}

std::vector<GapStep> days(const std::vector<Gap>& gaps, const std::vector<GapChange>& changes,
                          const std::string& zone = "UTC") {
  const auto calendar = text::Calendar::of(zone).value();
  return gap_steps(gaps, changes, split(period("2026-03-02", "2026-03-05"), Step::day), calendar);
}

TEST(GapSteps, CountWhatIsFoundAndOpen) {
  EXPECT_THAT(days({gap(1, "2026-02-01"), gap(2, "2026-03-03"), gap(3, "2026-03-09")}, {}),
              ElementsAre(GapStep{.open = 1}, GapStep{.found = 1, .open = 2}, GapStep{.open = 2},
                          GapStep{.open = 2}));
}

TEST(GapSteps, FollowAGapThatComesBack) {
  EXPECT_THAT(days({gap(1, "2026-03-01", GapState::open)},
                   {turned(1, "2026-03-04T10:00:00Z", "wont_fix", "open"),
                    turned(1, "2026-03-02T10:00:00Z", "open", "wont_fix")}),
              ElementsAre(GapStep{.closed = 1}, GapStep{}, GapStep{.open = 1}, GapStep{.open = 1}));
}

TEST(GapSteps, KnowAProofWithoutALineOfItsOwn) {
  auto proved = gap(1, "2026-03-01", GapState::verified);
  proved.published = at("2026-03-02T12:00:00Z");
  proved.verified = at("2026-03-04T12:00:00Z");
  EXPECT_THAT(days({proved}, {turned(1, "2026-03-02T12:00:00Z", "open", "published")}),
              ElementsAre(GapStep{.published = 1, .open = 1}, GapStep{.open = 1},
                          GapStep{.closed = 1}, GapStep{}));
}

TEST(GapSteps, CountAClosureOnce) {
  auto proved = gap(1, "2026-03-01", GapState::verified);
  proved.verified = at("2026-03-04T12:00:00Z");
  const auto steps = days({proved}, {turned(1, "2026-03-03T12:00:00Z", "published", "verified")});
  EXPECT_THAT(steps, ElementsAre(GapStep{.open = 1}, GapStep{.closed = 1}, GapStep{}, GapStep{}));
}

// 23:30 in UTC is the next day in Bucharest.
TEST(GapSteps, HaveTheDaysOfTheSite) {
  EXPECT_EQ(days({gap(1, "2026-03-02T23:30:00Z")}, {}, "Europe/Bucharest").at(0), GapStep{});
  EXPECT_EQ(days({gap(1, "2026-03-02T23:30:00Z")}, {}).at(0), (GapStep{.found = 1, .open = 1}));
}

TEST(GapSteps, AreNoneWithoutSteps) {
  EXPECT_TRUE(gap_steps({}, {}, {}, text::Calendar::of("UTC").value()).empty());
  EXPECT_THAT(days({}, {}), testing::Each(GapStep{}));
}

}  // namespace
}  // namespace kb::insights
