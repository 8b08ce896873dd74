#include "core/insights/figure_progress.h"

#include <gmock/gmock.h>

namespace kb::insights {
namespace {

using store::FigureTarget;

constexpr std::int64_t kToday = 20'500;

// Of 100 searches a week, so many without results; of 10 votes, so many "yes".
FigureHistory weeks(const std::vector<std::int64_t>& zero_results, std::int64_t yes = 9) {
  FigureHistory history;
  history.known_weeks = zero_results.size();
  for (std::size_t i = 0; i < zero_results.size(); ++i) {
    auto& week = history.weeks.at(kHistoryWeeks - zero_results.size() + i);
    week.add(Counter::searches, 100);
    week.add(Counter::zero_results, zero_results[i]);
    week.add(Counter::votes_yes, yes);
    week.add(Counter::votes_no, 10 - yes);
  }
  return history;
}

FigureTarget under(double goal, std::int64_t in_days = 28) {
  return {.figure = "zero_result_rate", .goal = goal, .start = 0.2, .by_day = kToday + in_days};
}

struct Case {
  const char* name;
  std::vector<std::int64_t> zero_results;
  double goal;
  std::int64_t in_days;
  Outlook outlook;
};
class Outlooks : public testing::TestWithParam<Case> {};
TEST_P(Outlooks, AreHonest) {
  const auto& [name, zero_results, goal, in_days, outlook] = GetParam();
  const auto progress = progress_of(under(goal, in_days), weeks(zero_results), kToday);
  EXPECT_EQ(outlook_name(progress.outlook), outlook_name(outlook));
}
INSTANTIATE_TEST_SUITE_P(
    Target, Outlooks,
    testing::Values(
        Case{"Falls", {20, 19, 17, 16, 14, 13, 11, 10}, 0.08, 28, Outlook::likely_reached},
        Case{"Stays", {20, 21, 20, 19, 20, 21, 20, 19}, 0.05, 28, Outlook::likely_missed},
        Case{"FallsTooSlowly", {20, 19, 19, 18, 18, 17, 17, 16}, 0.05, 28, Outlook::likely_missed},
        Case{"Jumps", {20, 5, 18, 3, 21, 6, 17, 4}, 0.08, 28, Outlook::unknown},
        Case{"FiveWeeks", {20, 18, 16, 14, 12}, 0.08, 28, Outlook::unknown},
        Case{"NoData", {}, 0.08, 28, Outlook::unknown},
        Case{"OverAndReached", {20, 19, 6, 5, 6, 5}, 0.08, -1, Outlook::reached},
        Case{"OverAndMissed", {5, 5, 20, 20, 20, 20}, 0.08, -1, Outlook::missed},
        Case{"OverWithoutData", {}, 0.08, -1, Outlook::unknown}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(FigureProgress, MeasuresFourWeeks) {
  const auto progress = progress_of(under(0.05), weeks({50, 50, 20, 15, 10, 15}), kToday);
  EXPECT_DOUBLE_EQ(progress.now.value.value(), 0.15);
  EXPECT_EQ(progress.now.of, 400);
  EXPECT_TRUE(progress.now.interval);
  EXPECT_NEAR(progress.done.value(), 1.0 / 3, 1e-9) << "from 20 to 15, on the way to 5";
}

TEST(FigureProgress, KnowsHowMuchOfTheWayIsDone) {
  const auto done = [](const FigureTarget& target, std::int64_t zero_results) {
    return progress_of(target, weeks(std::vector<std::int64_t>(8, zero_results)), kToday).done;
  };
  EXPECT_EQ(done(under(0.05), 4), 1);
  EXPECT_EQ(done(under(0.05), 25), 0) << "worse than at the start";
  auto unknown_start = under(0.05);
  unknown_start.start = std::nullopt;
  EXPECT_EQ(done(unknown_start, 10), std::nullopt);
  EXPECT_EQ(done(unknown_start, 5), 1);
  auto reached_before = under(0.3);
  EXPECT_EQ(done(reached_before, 40), 0);
}

TEST(FigureProgress, ExpectsNoShareBelowNothing) {
  const auto progress =
      progress_of(under(0.05, 300), weeks({20, 19, 17, 16, 14, 13, 11, 10}), kToday);
  ASSERT_TRUE(progress.expected);
  EXPECT_EQ(progress.expected->low, 0);
  EXPECT_EQ(progress.outlook, Outlook::likely_reached);
}

TEST(FigureProgress, WatchesTheGuardrail) {
  auto target = under(0.05);
  const auto guard = [&](std::int64_t yes) {
    return guard_state_name(progress_of(target, weeks({20, 20, 20, 20}, yes), kToday).guard);
  };
  EXPECT_EQ(guard(9), "none");
  target.guard = "helpful_rate";
  target.guard_limit = 0.8;
  EXPECT_EQ(guard(9), "holds");
  EXPECT_EQ(guard(8), "holds");
  EXPECT_EQ(guard(7), "broken");
  target.guard = "satisfaction";
  EXPECT_EQ(guard(9), "unknown");
}

// A newer version had a figure that this one does not know.
TEST(FigureProgress, SaysNothingOfAnUnknownFigure) {
  FigureTarget target{.figure = "happiness", .goal = 1, .by_day = kToday};
  const auto progress = progress_of(target, weeks({1, 2, 3}), kToday);
  EXPECT_EQ(progress.now.rule, nullptr);
  EXPECT_EQ(progress.outlook, Outlook::unknown);
}

TEST(FigureProgress, MeasuresUpToTheTargetsOwnDay) {
  EXPECT_EQ(history_wish(under(0.05, 28), kToday).until, kToday);
  EXPECT_EQ(history_wish(under(0.05, -10), kToday).until, kToday - 9);
}

TEST(TargetFigures, AreSharesAndMarksThatDailySumsTell) {
  std::vector<std::string_view> names;
  for (const auto* rule : target_figures()) names.push_back(rule->name);
  EXPECT_THAT(names, testing::IsSupersetOf({"zero_result_rate", "helpful_rate", "satisfaction",
                                            "confirmed_deflection"}));
  EXPECT_THAT(names, testing::Not(testing::Contains("link_rate")));
  EXPECT_THAT(names, testing::Not(testing::Contains("sessions")));
  EXPECT_THAT(names, testing::Not(testing::Contains("article_helpful_rate")));
}

}  // namespace
}  // namespace kb::insights
