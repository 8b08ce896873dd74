#include "core/insights/rate_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  std::int64_t now, before;
  double p;
};
class RateChange : public testing::TestWithParam<Case> {};

TEST_P(RateChange, IsTwiceTheSmallerTailOfABinomial) {
  EXPECT_NEAR(rate_change_p(GetParam().now, GetParam().before), GetParam().p, 1e-9);
  EXPECT_NEAR(rate_change_p(GetParam().before, GetParam().now), GetParam().p, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Cases, RateChange,
                         testing::Values(Case{0, 0, 1}, Case{1, 0, 1},  // 2 × 1/2
                                         Case{5, 0, 0.0625},            // 2 / 2⁵
                                         Case{6, 0, 0.03125},           // 2 / 2⁶
                                         Case{3, 1, 0.625},             // 2 × (1 + 4) / 2⁴
                                         Case{10, 10, 1}, Case{30, 12, 0.007915897335},
                                         Case{1200, 1000, 0.000021817026},
                                         Case{100'000, 0, 0}));  // too small for a double

// 0.01 × 3 = 0.03; 0.03 × 2 = 0.06; 0.04 × 1, but no less than the one before it.
TEST(HolmAdjusted, CountsTheQuestionsThatAreLeft) {
  EXPECT_THAT(holm_adjusted({0.01, 0.04, 0.03}),
              testing::ElementsAre(testing::DoubleEq(0.03), testing::DoubleEq(0.06),
                                   testing::DoubleEq(0.06)));
  EXPECT_THAT(holm_adjusted({0.9, 0.8}), testing::ElementsAre(1, 1));
  EXPECT_THAT(holm_adjusted({}), testing::IsEmpty());
}

}  // namespace
}  // namespace kb::insights
