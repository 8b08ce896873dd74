#include "core/insights/agreement.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

using Ratings = std::vector<std::vector<int>>;

// The reliability data of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011):
// four observers, twelve units, some left out; ordinal alpha there: 0.815.
TEST(Agreement, IsThatOfThePublishedExample) {
  const Ratings rated = {{1, 1, 1},    {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                         {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                         {2, 2, 2, 2}, {5, 5, 5},    {1, 1},       {3}};
  const auto found = agreement(rated);
  ASSERT_TRUE(found.alpha);
  EXPECT_NEAR(*found.alpha, 0.815, 0.0005);
  EXPECT_EQ(found.ratings, 41U);
  EXPECT_EQ(found.compared, 11U);  // nobody else rated the last
}

// n = (3, 3, 2, 2); the values 1 and 2 meet once, 3 + 3 - 3 = 3 apart: 1 * 9 = 9 observed.
// By chance: 9*9 + 6*30.25 + 6*56.25 + 6*6.25 + 6*20.25 + 4*4 = 775. 1 - 9 * 9 / 775.
TEST(Agreement, IsAsComputedByHand) {
  const Ratings rated = {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {1, 2}};
  const auto found = agreement(rated);
  ASSERT_TRUE(found.alpha);
  EXPECT_NEAR(*found.alpha, 1 - 81.0 / 775, 1e-12);
  ASSERT_TRUE(found.mean);
  EXPECT_NEAR(*found.mean, 2.3, 1e-12);  // 23 of 10
}

TEST(Agreement, IsOneWhereAllAgree) {
  const auto found = agreement(Ratings{{1, 1}, {2, 2}, {3, 3, 3}, {4, 4}, {5, 5}});
  ASSERT_TRUE(found.alpha);
  EXPECT_NEAR(*found.alpha, 1, 1e-12);
}

// Each thing has the lowest and the highest: worse than chance, which would let some agree.
TEST(Agreement, IsNegativeWhereAllDisagree) {
  const auto found = agreement(Ratings{{1, 5}, {5, 1}, {1, 5}, {1, 5}, {5, 1}});
  ASSERT_TRUE(found.alpha);
  EXPECT_NEAR(*found.alpha, 1 - 9 * 5.0 / 25, 1e-12);  // the distance is the same in both sums
}

struct Unsaid {
  const char* why;
  Ratings rated;
};
class TooLittle : public testing::TestWithParam<Unsaid> {};
TEST_P(TooLittle, SaysNothing) {
  EXPECT_FALSE(agreement(GetParam().rated).alpha) << GetParam().why;
}
INSTANTIATE_TEST_SUITE_P(
    Ratings, TooLittle,
    testing::Values(Unsaid{"nothing", {}}, Unsaid{"one rater", {{1}, {2}, {3}, {4}, {5}, {1}}},
                    Unsaid{"four things", {{1, 1}, {2, 3}, {3, 3}, {4, 4}}},
                    Unsaid{"four, and more by one alone", {{1, 1}, {2, 3}, {3, 3}, {4, 4}, {5}}},
                    Unsaid{"all the same", {{4, 4}, {4, 4}, {4, 4}, {4, 4}, {4, 4}}}));

TEST(Agreement, HasNoMeanWithoutRatings) {
  EXPECT_FALSE(agreement(Ratings{}).mean);
  EXPECT_FALSE(agreement(Ratings{{0, 6, -1}}).mean);  // no ratings: of another scale
}

TEST(Agreement, CountsTheMeanOfSingleRatings) {
  const auto found = agreement(Ratings{{5}, {2}});
  ASSERT_TRUE(found.mean);
  EXPECT_EQ(*found.mean, 3.5);
  EXPECT_EQ(found.compared, 0U);
}

}  // namespace
}  // namespace kb::insights
