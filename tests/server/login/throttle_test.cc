#include "server/login/throttle.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

using std::chrono::seconds;
using namespace std::chrono_literals;

class Throttles : public testing::Test {
 protected:
  // Seconds to wait; 0: the try was let through.
  std::int64_t try_as(const std::string& account, const std::string& address) {
    const auto wait = throttle.begin(account, address);
    return wait ? wait->count() : 0;
  }
  // As an address of a network that nobody uses twice.
  std::string new_address() {
    ++addresses_;
    return "10." + std::to_string(addresses_ / 65'536) + "." +
           std::to_string(addresses_ / 256 % 256) + "." + std::to_string(addresses_ % 256);
  }

  ManualClock clock{Time{seconds{1'800'000'000}}};
  Throttle throttle{clock};

 private:
  int addresses_ = 0;
};

TEST_F(Throttles, LetFiveTriesThroughThenDoubleTheWait) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_as("ana", "192.0.2.1"), 0) << i;
  for (const std::int64_t wait : {1, 2, 4, 8, 16, 32}) {
    EXPECT_EQ(try_as("ana", "192.0.2.1"), wait);
    clock.advance(seconds{wait - 1});
    EXPECT_EQ(try_as("ana", "192.0.2.1"), 1) << "a refused try makes nothing longer";
    clock.advance(1s);
    EXPECT_EQ(try_as("ana", "192.0.2.1"), 0);
  }
}

TEST_F(Throttles, NeverLockAnAccountForMoreThanAMinute) {
  for (int i = 0; i < 200; ++i) {
    try_as("ana", new_address());
    clock.advance(60s);
  }
  try_as("ana", new_address());
  EXPECT_EQ(try_as("ana", new_address()), 60);
}

TEST_F(Throttles, SlowAnAddressDownWhateverAccountsItTries) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_as("user" + std::to_string(i), "192.0.2.1"), 0);
  EXPECT_EQ(try_as("another", "192.0.2.1"), 1);
  EXPECT_EQ(try_as("another", "192.0.2.2"), 0);
  for (int i = 0; i < 30; ++i) {
    clock.advance(15min);
    try_as("user" + std::to_string(i), "192.0.2.1");
  }
  EXPECT_EQ(try_as("more", "192.0.2.1"), 15 * 60);
}

TEST_F(Throttles, TakeANetworkOfIPv6ForOneAddress) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(try_as("u" + std::to_string(i), "2001:db8:1:2::" + std::to_string(i + 1)), 0);
  EXPECT_EQ(try_as("another", "2001:db8:1:2:ffff::9"), 1);
  EXPECT_EQ(try_as("another", "2001:db8:1:3::9"), 0);
}

// Who has an account of their own would log in to it before each further guess at another's.
TEST_F(Throttles, ForgiveTheAccountOnlyNotTheAddress) {
  for (int i = 0; i < 5; ++i) try_as("ana", "192.0.2.1");
  clock.advance(1s);
  EXPECT_EQ(try_as("mallory", "192.0.2.1"), 0);
  throttle.succeeded("mallory", "192.0.2.1");
  EXPECT_GT(try_as("ana", "192.0.2.1"), 0);
  EXPECT_EQ(try_as("mallory", "192.0.2.9"), 0);
}

TEST_F(Throttles, DoNotCountSuccessesAgainstAnAddress) {
  for (int i = 0; i < 100; ++i) {
    const auto name = "user" + std::to_string(i);  // an office behind one address
    EXPECT_EQ(try_as(name, "192.0.2.1"), 0) << i;
    throttle.succeeded(name, "192.0.2.1");
  }
}

TEST_F(Throttles, LetAnOwnerInFromWhereTheyCameBefore) {
  try_as("ana", "192.0.2.1");
  throttle.succeeded("ana", "192.0.2.1");
  for (int i = 0; i < 50; ++i) try_as("ana", new_address());
  EXPECT_GT(try_as("ana", "198.51.100.1"), 0) << "an unknown place waits";
  EXPECT_EQ(try_as("ana", "192.0.2.1"), 0) << "a known one does not";
}

TEST_F(Throttles, ForgetAfterAnHour) {
  for (int i = 0; i < 9; ++i) {
    try_as("ana", "192.0.2.1");
    clock.advance(20s);
  }
  clock.advance(1h);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_as("ana", "192.0.2.1"), 0) << i;
}

TEST_F(Throttles, RememberSoManyAndNoMore) {
  for (int i = 0; i < 5; ++i) try_as("ana", new_address());
  EXPECT_GT(try_as("ana", new_address()), 0);
  for (std::size_t i = 0; i <= Throttle::kMostRemembered; ++i)
    try_as("user" + std::to_string(i), new_address());
  EXPECT_EQ(try_as("ana", new_address()), 0) << "the longest unused made room";
}

TEST(NetworkOf, IsTheAddressOrItsHalf) {
  EXPECT_EQ(network_of("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
  EXPECT_EQ(network_of("2001:db8::1"), "2001:db8:0:0::");
  EXPECT_EQ(network_of("no address"), "no address");
}

}  // namespace
}  // namespace kb
