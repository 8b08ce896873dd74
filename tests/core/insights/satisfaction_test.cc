#include "core/insights/satisfaction.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kWeek = period("2026-03-02", "2026-03-08");

TEST(Satisfaction, OfNothingIsNothing) {
  EXPECT_EQ(satisfaction_of({}, kWeek), Satisfaction());
}

TEST(Satisfaction, IsNotNoughtWhereNobodyAnswers) {
  Scenario s;
  s.add_solved("2026-03-02", "2026-03-03");
  const Satisfaction figures = satisfaction_of(s.rows(), kWeek);
  EXPECT_EQ(figures.mean, std::nullopt);
  EXPECT_EQ(figures.satisfied.rate(), std::nullopt);
  EXPECT_EQ(figures.answered, (Share{0, 1}));
}

// 5, 4, 3 and 2 of five solved: (5 + 4 + 3 + 2) / 4 = 3.5; two of four satisfied.
TEST(Satisfaction, IsOfThoseWhoAnswer) {
  Scenario s;
  for (const int rating : {5, 4, 3, 2})
    s.add_solved("2026-03-02", "2026-03-03").satisfaction = rating;
  s.add_solved("2026-03-02", "2026-03-03");
  s.add_solved("2026-03-02", "2026-03-12").satisfaction = 1;  // another week's
  s.add("2026-03-02").satisfaction = 1;                       // not solved
  Ticket& spam = s.add_solved("2026-03-02", "2026-03-03");
  spam.type = TicketType::spam;
  spam.satisfaction = 1;
  EXPECT_EQ(satisfaction_of(s.rows(), kWeek), (Satisfaction{3.5, {2, 4}, {4, 5}}));
}

}  // namespace
}  // namespace kb::insights
