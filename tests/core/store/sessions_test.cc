#include "core/store/sessions.h"

#include <gmock/gmock.h>

#include "core/store/users.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class Sessions : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_FALSE(HasFatalFailure());
    user_ = store().write([](Sql& sql) { return add_user(sql, {.name = "ana"}); }).value().id;
  }
  Session add(const std::string& hash, Time created = kNow, Time expires = kNow + 12h) {
    Session session{hash, user_, "csrf-" + hash, created, expires, "192.0.2.7", "Firefox"};
    EXPECT_TRUE(store().write([&](Sql& sql) { return add_session(sql, session); }));
    return session;
  }
  std::optional<Session> find(const std::string& hash, Time now = kNow) {
    return store().read([&](Sql& sql) { return find_session(sql, hash, now); }).value();
  }

  std::int64_t user_ = 0;
};
KB_ON_BOTH_DATABASES(Sessions);

TEST_P(Sessions, LastUntilTheyExpire) {
  const auto session = add("a");
  EXPECT_EQ(find("a"), session);
  EXPECT_EQ(find("a", kNow + 12h - 1s), session);
  EXPECT_EQ(find("a", kNow + 12h), std::nullopt);
  EXPECT_EQ(find("b"), std::nullopt);
}

TEST_P(Sessions, AreExtended) {
  add("a");
  KB_ASSERT_DONE(store().write([](Sql& sql) { return extend_session(sql, "a", kNow + 24h); }));
  EXPECT_EQ(find("a", kNow + 20h)->expires, kNow + 24h);
}

TEST_P(Sessions, EndOneByOneOrAllButOne) {
  for (const char* hash : {"a", "b", "c"}) add(hash);
  EXPECT_EQ(store().write([](Sql& sql) { return end_session(sql, "a"); }).value(), 1);
  EXPECT_EQ(find("a"), std::nullopt);
  EXPECT_EQ(store().write([&](Sql& sql) { return end_sessions(sql, user_, "b"); }).value(), 1);
  EXPECT_TRUE(find("b"));
  EXPECT_EQ(store().write([&](Sql& sql) { return end_sessions(sql, user_); }).value(), 1);
  EXPECT_FALSE(find("b"));
}

TEST_P(Sessions, AreListedNewestFirst) {
  add("old", kNow - 2h);
  add("new", kNow - 1h);
  add("gone", kNow - 20h, kNow - 8h);
  const auto sessions =
      store().read([&](Sql& sql) { return list_sessions(sql, user_, kNow); }).value();
  std::string hashes;
  for (const auto& session : sessions) hashes += session.hash + " ";
  EXPECT_EQ(hashes, "new old ");
  EXPECT_EQ(store().write([](Sql& sql) { return end_expired_sessions(sql, kNow); }).value(), 1);
}

TEST_P(Sessions, OfADisabledUserAreNone) {
  add("a");
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_user_disabled(sql, user_, true); }));
  EXPECT_EQ(find("a"), std::nullopt);
}

TEST_P(Sessions, OfNobodyCannotBe) {
  EXPECT_FALSE(store().write([&](Sql& sql) {
    return add_session(sql, {"a", user_ + 1, "csrf", kNow, kNow + 1h, "", ""});
  }));
}

}  // namespace
}  // namespace kb::store
