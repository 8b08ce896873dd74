#include "server/events/query_id.h"

#include <gtest/gtest.h>

#include <set>

namespace kb {
namespace {

using namespace std::chrono_literals;

constexpr Time kNow{std::chrono::seconds{1'767'225'600}};

TEST(QueryIds, AreKnownForADay) {
  const auto id = make_query_id("key", kNow);
  EXPECT_EQ(id.size(), 32U);
  EXPECT_EQ(
      id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"),
      std::string::npos);
  EXPECT_TRUE(is_query_id("key", id, kNow));
  EXPECT_TRUE(is_query_id("key", id, kNow + 24h));
  EXPECT_FALSE(is_query_id("key", id, kNow + 24h + 1s));
  EXPECT_TRUE(is_query_id("key", id, kNow - 5min));  // another server's clock
  EXPECT_FALSE(is_query_id("key", id, kNow - 6min));
}

TEST(QueryIds, CannotBeMadeUp) {
  const auto id = make_query_id("key", kNow);
  EXPECT_FALSE(is_query_id("another key", id, kNow));
  for (std::size_t i = 0; i < id.size(); ++i) {
    auto changed = id;
    changed[i] = changed[i] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(is_query_id("key", changed, kNow)) << i;
  }
  for (const auto* other : {"", "4f1d8a90c2b3e456", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
    EXPECT_FALSE(is_query_id("key", other, kNow));
  EXPECT_FALSE(is_query_id("key", id + "0", kNow));
}

TEST(QueryIds, AreAllDifferent) {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(make_query_id("key", kNow));
  EXPECT_EQ(ids.size(), 1000U);
}

}  // namespace
}  // namespace kb
