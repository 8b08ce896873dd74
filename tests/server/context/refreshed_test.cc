#include "server/context/refreshed.h"

#include <gtest/gtest.h>

#include "core/base/clock.h"

namespace kb {
namespace {

using namespace std::chrono_literals;

class RefreshedValue : public testing::Test {
 protected:
  int get() {
    const auto value = refreshed.get([this](const int* last) -> Result<int> {
      if (is_broken) return fail("away");
      return (last ? *last : 0) + 1;
    });
    return value ? *value : 0;
  }

  ManualClock clock{Time{1'767'225'600s}};
  bool is_broken = false;
  Refreshed<int> refreshed{clock, 30s};
};

TEST_F(RefreshedValue, IsMadeAnewAfterAWhile) {
  EXPECT_EQ(get(), 1);
  clock.advance(29s);
  EXPECT_EQ(get(), 1);
  clock.advance(1s);
  EXPECT_EQ(get(), 2);
  refreshed.forget();
  EXPECT_EQ(get(), 3);
}

TEST_F(RefreshedValue, IsMadeAnewWhenTheClockWentBack) {
  EXPECT_EQ(get(), 1);
  clock.advance(-3600s);
  EXPECT_EQ(get(), 2);
}

TEST_F(RefreshedValue, StaysWhileNoneCanBeMade) {
  is_broken = true;
  EXPECT_EQ(get(), 0);
  ASSERT_TRUE(refreshed.failed());
  EXPECT_FALSE(refreshed.failed());
  is_broken = false;
  EXPECT_EQ(get(), 0) << "not asked again at once";
  clock.advance(30s);
  EXPECT_EQ(get(), 1);
  is_broken = true;
  clock.advance(30s);
  EXPECT_EQ(get(), 1);
  EXPECT_EQ(refreshed.failed().value_or(Error{}).what, "away");
}

// Who asks while it is being made gets the last one, and waits for nobody.
TEST_F(RefreshedValue, IsMadeByOneAtATime) {
  EXPECT_EQ(get(), 1);
  clock.advance(30s);
  const auto value = refreshed.get([this](const int* last) -> Result<int> {
    EXPECT_EQ(get(), 1);
    return *last + 10;
  });
  EXPECT_EQ(*value, 11);
}

}  // namespace
}  // namespace kb
