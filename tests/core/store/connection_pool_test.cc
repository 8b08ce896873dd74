#include "core/store/connection_pool.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/core/store/fake_connection.h"

namespace kb::store {
namespace {

class Pool : public testing::Test {
 protected:
  ConnectionPool::Open open() {
    return [this]() -> Result<std::unique_ptr<Connection>> {
      ++opened_;
      if (broken_) return fail("away");
      return std::make_unique<FakeConnection>(calls_);
    };
  }

  std::vector<std::string> calls_;
  int opened_ = 0;
  bool broken_ = false;
};

TEST_F(Pool, KeepsConnectionsForTheNext) {
  ConnectionPool pool(open(), 2, std::chrono::milliseconds(0));
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(pool.take());
  EXPECT_EQ(opened_, 1);
  {
    const auto first = pool.take();
    const auto second = pool.take();
    EXPECT_EQ(opened_, 2);
  }
}

TEST_F(Pool, SaysThatAllAreAtWork) {
  ConnectionPool pool(open(), 1, std::chrono::milliseconds(1));
  const auto first = pool.take();
  const auto second = pool.take();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().what, "the store is busy: all 1 readers are at work");
}

TEST_F(Pool, WaitsForOneToComeBack) {
  ConnectionPool pool(open(), 1, std::chrono::seconds(60));
  auto first = pool.take();
  std::thread other([&] { EXPECT_TRUE(pool.take()); });
  first->reset();
  other.join();
  EXPECT_EQ(opened_, 1);
}

TEST_F(Pool, AConnectionThatDoesNotOpenTakesNoPlace) {
  ConnectionPool pool(open(), 1, std::chrono::milliseconds(0));
  broken_ = true;
  EXPECT_FALSE(pool.take());
  broken_ = false;
  EXPECT_TRUE(pool.take());
}

}  // namespace
}  // namespace kb::store
