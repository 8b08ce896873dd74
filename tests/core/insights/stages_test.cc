#include "core/insights/stages.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kWeek = period("2026-03-02", "2026-03-08");

TEST(Stages, OfNothingAreNothing) {
  EXPECT_EQ(stages_of({}, kWeek), Stages());
  Scenario silent;
  silent.add_solved("2026-03-02", "2026-03-03");
  EXPECT_EQ(stages_of(silent.rows(), kWeek), Stages());
}

// Agents 100 + 200, customers 100 + 0, of 400 in all; nobody speaks of another team.
TEST(Stages, AreSumsAndTheirShares) {
  Scenario s;
  s.add_solved("2026-03-02", "2026-03-03").waited = {100, 100, std::nullopt};
  s.add_solved("2026-03-02", "2026-03-03").waited = {200, 0, std::nullopt};
  s.add_solved("2026-03-02", "2026-03-13").waited = {999, 999, 999};  // another week's
  s.add("2026-03-02").waited = {999, 999, 999};                       // not solved
  const Stages stages = stages_of(s.rows(), kWeek);
  EXPECT_EQ(stages.agent, (Stage{2, 300, 0.75}));
  EXPECT_EQ(stages.customer, (Stage{2, 100, 0.25}));
  EXPECT_EQ(stages.other_team, Stage());
}

TEST(Stages, HaveNoSharesOfNoTime) {
  Scenario s;
  s.add_solved("2026-03-02", "2026-03-03").waited = {0, std::nullopt, -5};
  EXPECT_EQ(stages_of(s.rows(), kWeek).agent, (Stage{1, 0, std::nullopt}));
  EXPECT_EQ(stages_of(s.rows(), kWeek).other_team, Stage()) << "no time is negative";
}

}  // namespace
}  // namespace kb::insights
