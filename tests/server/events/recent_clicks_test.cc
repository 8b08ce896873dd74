#include "server/events/recent_clicks.h"

#include <gtest/gtest.h>

#include <string>

namespace kb {
namespace {

TEST(RecentClicks, CountOnce) {
  RecentClicks clicks;
  EXPECT_TRUE(clicks.is_new(1, "q", "pl/refund"));
  EXPECT_FALSE(clicks.is_new(1, "q", "pl/refund"));
  EXPECT_TRUE(clicks.is_new(2, "q", "pl/refund"));
  EXPECT_TRUE(clicks.is_new(1, "r", "pl/refund"));
  EXPECT_TRUE(clicks.is_new(1, "q", "pl/parcel"));
}

TEST(RecentClicks, ForgetTheOldest) {
  RecentClicks clicks;
  for (std::size_t i = 0; i <= RecentClicks::kMostRemembered; ++i)
    EXPECT_TRUE(clicks.is_new(1, "q", std::to_string(i)));
  EXPECT_TRUE(clicks.is_new(1, "q", "0"));
  EXPECT_FALSE(clicks.is_new(1, "q", "2"));
}

}  // namespace
}  // namespace kb
