#include "core/insights/trend_line.h"

#include <gtest/gtest.h>

#include <vector>

namespace kb::insights {
namespace {

TEST(TrendLine, GoesThroughPointsOfALine) {
  const auto line = TrendLine::through(std::vector<TrendPoint>{{0, 1}, {1, 3}, {2, 5}, {5, 11}});
  ASSERT_TRUE(line);
  EXPECT_DOUBLE_EQ(line->slope(), 2);
  EXPECT_DOUBLE_EQ(line->at(10), 21);
  EXPECT_NEAR(line->likely(10).low, 21, 1e-9);
  EXPECT_NEAR(line->likely(10).high, 21, 1e-9);
}

// By hand: means 2 and 3, squares of time 10, products 8.4: slope 0.84. Left beside the line are
// -0.32, 0.84, -1, 0.76, -0.28: squares 2.464, deviation √(2.464 ÷ 3) = 0.90627. At 6: 6.36, spread
// 0.90627 × √(1 + 1 ÷ 5 + 16 ÷ 10) = 1.51649, times t of 3 degrees, 1.638: 2.48401.
TEST(TrendLine, TellsHowFarOffAPointMayBe) {
  const auto line =
      TrendLine::through(std::vector<TrendPoint>{{0, 1}, {1, 3}, {2, 2}, {3, 4.6}, {4, 4.4}});
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope(), 0.84, 1e-9);
  const auto far = line->likely(6);
  const auto near = line->likely(2);
  EXPECT_NEAR(far.low, 6.36 - 2.48401, 1e-4);
  EXPECT_NEAR(far.high, 6.36 + 2.48401, 1e-4);
  EXPECT_GT(far.high - far.low, near.high - near.low);
}

TEST(TrendLine, WidensByStudentsT) {
  // Slope 0, deviation √(4 ÷ 2) = √2 around 0; at the middle: × √(1 + 1 ÷ 4) × 1.886.
  const auto line = TrendLine::through(std::vector<TrendPoint>{{-1, 1}, {-1, -1}, {1, 1}, {1, -1}});
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->likely(0).high, 2.98203, 1e-4);
  EXPECT_NEAR(line->likely(0).low, -2.98203, 1e-4);
}

TEST(TrendLine, IsNoneWherePointsTellNone) {
  EXPECT_FALSE(TrendLine::through({}));
  EXPECT_FALSE(TrendLine::through(std::vector<TrendPoint>{{0, 1}, {1, 2}}));
  EXPECT_FALSE(TrendLine::through(std::vector<TrendPoint>{{3, 1}, {3, 2}, {3, 4}}));
}

}  // namespace
}  // namespace kb::insights
