#include "core/store/api_tokens.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class ApiTokens : public StoreTest {
 protected:
  ApiToken add(const std::string& hash, std::optional<Time> expires = {}) {
    auto token = store().write([&](Sql& sql) {
      return add_api_token(sql,
                           {.name = "helpdesk " + hash,
                            .scopes = {"tickets:write", "search:agents"},
                            .created_by = "ana",
                            .created = kNow,
                            .expires = expires},
                           hash);
    });
    EXPECT_TRUE(token) << to_line(token.error());
    return token ? *token : ApiToken{};
  }
  std::optional<ApiToken> find(const std::string& hash) {
    return store().read([&](Sql& sql) { return find_api_token(sql, hash); }).value();
  }
};
KB_ON_BOTH_DATABASES(ApiTokens);

TEST_P(ApiTokens, AreFoundByTheirHash) {
  const auto token = add("a", kNow + 1h);
  EXPECT_GT(token.id, 0);
  EXPECT_EQ(find("a"), token);
  EXPECT_EQ(find("b"), std::nullopt);
}

TEST_P(ApiTokens, HoldUntilTheyExpireOrAreRevoked) {
  const auto token = add("a", kNow + 1h);
  EXPECT_TRUE(is_valid(token, kNow + 59min));
  EXPECT_FALSE(is_valid(token, kNow + 1h));
  EXPECT_TRUE(is_valid(add("b"), kNow + 100000h));
  for (const auto at : {kNow, kNow + 5min})
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return revoke_api_token(sql, token.id, at); }));
  EXPECT_FALSE(is_valid(*find("a"), kNow));
  EXPECT_EQ(find("a")->revoked, kNow);  // not when it was revoked again
}

TEST_P(ApiTokens, TellWhenTheyWereUsed) {
  const auto token = add("a");
  EXPECT_EQ(find("a")->used, std::nullopt);
  KB_ASSERT_DONE(
      store().write([&](Sql& sql) { return note_api_token_use(sql, token.id, kNow + 5min); }));
  EXPECT_EQ(find("a")->used, kNow + 5min);
}

TEST_P(ApiTokens, AreListedNewestFirst) {
  add("a");
  add("b");
  const auto tokens = store().read([](Sql& sql) { return list_api_tokens(sql); }).value();
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].name, "helpdesk b");
}

TEST_P(ApiTokens, ThatAreNotThereCannotBeRevoked) {
  EXPECT_FALSE(store().write([](Sql& sql) { return revoke_api_token(sql, 7, kNow); }));
}

}  // namespace
}  // namespace kb::store
