#include "server/insights/target_view.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

const page::Texts& target_view_texts() {
  static const auto loaded = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  return loaded.value();
}

class TargetView : public testing::Test {
 protected:
  page::TargetLine line(const StandingTarget& standing) const {
    return target_line(standing, target_view_texts().in("en"));
  }

  static StandingTarget polish() {
    StandingTarget standing;
    standing.target = {.id = 7,
                       .figure = "zero_result_rate",
                       .lang = "pl",
                       .goal = 0.05,
                       .start = 0.08,
                       .by_day = 20'543,
                       .guard = "helpful_rate",
                       .guard_limit = 0.8,
                       .who = "ana"};
    auto& progress = standing.progress;
    progress.now = {.rule = insights::find_figure_rule("zero_result_rate"),
                    .value = 0.06,
                    .count = 60,
                    .of = 1000,
                    .interval = insights::Interval{0.047, 0.077}};
    progress.done = 2.0 / 3;
    progress.outlook = insights::Outlook::unknown;
    progress.expected = insights::Interval{0.03, 0.07};
    progress.guard = insights::GuardState::holds;
    progress.guard_now = {
        .rule = insights::find_figure_rule("helpful_rate"), .value = 0.9, .count = 90, .of = 100};
    return standing;
  }
};

TEST_F(TargetView, IsInWords) {
  const auto shown = line(polish());
  EXPECT_EQ(shown.title, "Searches without results · Polish: at most 5.0 %");
  EXPECT_EQ(shown.by_day, "2026-03-31");
  EXPECT_EQ(shown.start, "8.0 %");
  EXPECT_EQ(shown.now, "6.0 % (4.7 % to 7.7 %)");
  EXPECT_EQ(shown.done, 66);
  EXPECT_EQ(shown.outlook, "unknown");
  EXPECT_EQ(shown.expected, "expected: 3.0 % to 7.0 %");
  EXPECT_EQ(shown.guard, "Found the answer helpful: at least 80.0 %");
  EXPECT_EQ(shown.guard_state, "holds");
  EXPECT_EQ(shown.guard_now, "90.0 %");
}

TEST_F(TargetView, SaysWhatIsNotKnown) {
  auto standing = polish();
  standing.target.start = std::nullopt;
  standing.progress.now.value = std::nullopt;
  standing.progress.now.interval = std::nullopt;
  standing.progress.done = std::nullopt;
  const auto shown = line(standing);
  EXPECT_EQ(shown.start, "–");
  EXPECT_EQ(shown.now, "–");
  EXPECT_FALSE(shown.done);
}

// Kept by a newer version.
TEST_F(TargetView, NamesAFigureThatItDoesNotKnow) {
  StandingTarget standing;
  standing.target.figure = "happiness";
  EXPECT_EQ(line(standing).title, "happiness");
}

}  // namespace
}  // namespace kb
