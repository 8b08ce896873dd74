#include "server/delivery/back_off.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

using namespace std::chrono_literals;

TEST(BackOff, GrowsFromSecondsToHoursAndEnds) {
  EXPECT_EQ(wait_after(1), 5s);
  EXPECT_EQ(wait_after(2), 5min);
  EXPECT_EQ(wait_after(3), 30min);
  EXPECT_EQ(wait_after(4), 2h);
  EXPECT_EQ(wait_after(5), 5h);
  EXPECT_EQ(wait_after(6), 10h);
  EXPECT_EQ(wait_after(7), std::nullopt);
  EXPECT_EQ(wait_after(1000), std::nullopt);
}

TEST(BackOff, HeedsAReceiverThatAsksForTimeUpToAnHour) {
  EXPECT_EQ(wait_after(1, 120s), 120s);
  EXPECT_EQ(wait_after(2, 120s), 5min);
  EXPECT_EQ(wait_after(1, std::chrono::seconds(24h)), 1h);
  EXPECT_EQ(wait_after(1, -5s), 5s);
}

}  // namespace
}  // namespace kb
