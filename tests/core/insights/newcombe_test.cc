#include "core/insights/newcombe.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  Share a, b;
  double low, high;
};
class Newcombe : public testing::TestWithParam<Case> {};

TEST_P(Newcombe, IsAsPublished) {
  const auto interval = newcombe(GetParam().a, GetParam().b);
  ASSERT_TRUE(interval);
  EXPECT_NEAR(interval->low, GetParam().low, 5e-5);
  EXPECT_NEAR(interval->high, GetParam().high, 5e-5);
}

// Newcombe 1998, table II, method 10; its cases (a) to (h).
INSTANTIATE_TEST_SUITE_P(Published, Newcombe,
                         testing::Values(Case{{56, 70}, {48, 80}, 0.0524, 0.3339},
                                         Case{{9, 10}, {3, 10}, 0.1705, 0.8090},
                                         Case{{6, 7}, {2, 7}, 0.0582, 0.8062},
                                         Case{{5, 56}, {0, 29}, -0.0381, 0.1926},
                                         Case{{0, 10}, {0, 20}, -0.1611, 0.2775},
                                         Case{{0, 10}, {0, 10}, -0.2775, 0.2775},
                                         Case{{10, 10}, {0, 20}, 0.6791, 1.0},
                                         Case{{10, 10}, {0, 10}, 0.6075, 1.0}));

TEST(NewcombeInterval, TurnsWithTheShares) {
  const auto one = newcombe({56, 70}, {48, 80});
  const auto other = newcombe({48, 80}, {56, 70});
  EXPECT_DOUBLE_EQ(one->low, -other->high);
  EXPECT_DOUBLE_EQ(one->high, -other->low);
}

TEST(NewcombeInterval, IsNothingWithoutAWhole) {
  EXPECT_EQ(newcombe({0, 0}, {1, 2}), std::nullopt);
  EXPECT_EQ(newcombe({1, 2}, {0, 0}), std::nullopt);
}

}  // namespace
}  // namespace kb::insights
