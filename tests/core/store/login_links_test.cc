#include "core/store/login_links.h"

#include <gmock/gmock.h>

#include "core/store/users.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class LoginLinks : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_FALSE(HasFatalFailure());
    user_ = store().write([](Sql& sql) { return add_user(sql, {.name = "ana"}); }).value().id;
  }
  void add(const std::string& hash) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return add_login_link(sql, {hash, user_, kNow + 24h});
    }));
  }
  std::optional<std::int64_t> use(const std::string& hash, Time now = kNow) {
    return store().write([&](Sql& sql) { return use_login_link(sql, hash, now); }).value();
  }

  std::int64_t user_ = 0;
};
KB_ON_BOTH_DATABASES(LoginLinks);

TEST_P(LoginLinks, LetInOnce) {
  add("a");
  EXPECT_EQ(store().read([](Sql& sql) { return find_login_link(sql, "a", kNow); }).value(),
            (LoginLink{"a", user_, kNow + 24h}));
  EXPECT_EQ(use("a"), user_);
  EXPECT_EQ(use("a"), std::nullopt);
}

TEST_P(LoginLinks, Expire) {
  add("a");
  EXPECT_EQ(use("a", kNow + 24h), std::nullopt);
  EXPECT_EQ(
      store().write([](Sql& sql) { return remove_expired_login_links(sql, kNow + 24h); }).value(),
      1);
}

TEST_P(LoginLinks, ANewOneEndsTheOlder) {
  add("a");
  add("b");
  EXPECT_EQ(use("a"), std::nullopt);
  EXPECT_EQ(use("b"), user_);
}

TEST_P(LoginLinks, DoNotLetADisabledUserIn) {
  add("a");
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_user_disabled(sql, user_, true); }));
  EXPECT_EQ(use("a"), std::nullopt);
}

}  // namespace
}  // namespace kb::store
