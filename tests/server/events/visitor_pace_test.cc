#include "server/events/visitor_pace.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

using namespace std::chrono_literals;

constexpr Time kNow{std::chrono::seconds{1'767'225'600}};

TEST(VisitorPaces, AllowSoManyAMinute) {
  VisitorPace pace(3);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(pace.allows(1, kNow));
  EXPECT_FALSE(pace.allows(1, kNow + 59s));
  EXPECT_TRUE(pace.allows(2, kNow + 59s));  // somebody else
  EXPECT_TRUE(pace.allows(1, kNow + 60s));
}

TEST(VisitorPaces, TakeABatchAsAWholeOrNotAtAll) {
  VisitorPace pace(10);
  EXPECT_TRUE(pace.allows(1, kNow, 8));
  EXPECT_FALSE(pace.allows(1, kNow, 3));
  EXPECT_TRUE(pace.allows(1, kNow, 2));
}

TEST(VisitorPaces, RememberNoMoreThanTheyMay) {
  VisitorPace pace(1);
  for (std::size_t i = 1; i <= VisitorPace::kMostRemembered; ++i)
    EXPECT_TRUE(pace.allows(static_cast<std::int64_t>(i), kNow));
  EXPECT_FALSE(pace.allows(1, kNow));
  for (int twice = 0; twice < 2; ++twice) EXPECT_TRUE(pace.allows(-1, kNow));
}

}  // namespace
}  // namespace kb
