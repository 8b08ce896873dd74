#include "core/insights/quantile.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  std::vector<std::int64_t> values;
  double p, quantile;
};
class QuantileOf : public testing::TestWithParam<Case> {};

TEST_P(QuantileOf, LiesAtItsPlace) {
  EXPECT_DOUBLE_EQ(quantile(GetParam().values, GetParam().p).value(), GetParam().quantile);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, QuantileOf,
    testing::Values(Case{{7}, 0.5, 7}, Case{{7}, 0.9, 7},
                    Case{{40, 10, 30, 20}, 0.5, 25},  // place 1.5
                    Case{{40, 10, 30, 20}, 0.9, 37},  // place 2.7: 30 + 0.7 × 10
                    Case{{5, 5, 5, 9}, 0.5, 5},       // ties
                    Case{{5, 5, 9, 9}, 0.5, 7},       // between ties
                    Case{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0.9, 10},  // place 9 exactly
                    Case{{3, 1, 2}, 0, 1}, Case{{3, 1, 2}, 1, 3}));

TEST(Quantile, OfNothingIsNothing) {
  EXPECT_EQ(quantile({}, 0.5), std::nullopt);
}

}  // namespace
}  // namespace kb::insights
