#include "core/insights/share.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  Share share;
  double rate, low, high;
};
class ShareOf : public testing::TestWithParam<Case> {};

TEST_P(ShareOf, AWholeHasWilsonsInterval) {
  const auto& [share, rate, low, high] = GetParam();
  EXPECT_NEAR(share.rate().value(), rate, 1e-6);
  EXPECT_NEAR(share.interval().value().low, low, 1e-6);
  EXPECT_NEAR(share.interval().value().high, high, 1e-6);
}

// With z = 1.96: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). For 0 of 10 that is
// 0 to z²/(n + z²) = 3.8415/13.8415.
INSTANTIATE_TEST_SUITE_P(Cases, ShareOf,
                         testing::Values(Case{{27, 40}, 0.675, 0.520177, 0.799155},
                                         Case{{0, 10}, 0, 0, 0.277533},
                                         Case{{10, 10}, 1, 0.722467, 1},
                                         Case{{1, 2}, 0.5, 0.094531, 0.905469},
                                         Case{{1, 1}, 1, 0.206549, 1}));

TEST(Share, OfNothingIsNotNought) {
  EXPECT_EQ(Share().rate(), std::nullopt);
  EXPECT_EQ(Share().interval(), std::nullopt);
}

TEST(Share, Counts) {
  Share share;
  share.add(true);
  share.add(false);
  EXPECT_EQ(share, (Share{1, 2}));
}

}  // namespace
}  // namespace kb::insights
