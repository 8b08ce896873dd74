#include "server/login/identify.h"

#include <gmock/gmock.h>

#include "core/store/api_tokens.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Way = Identity::Way;

class Identify : public StaffFixture {
 protected:
  Identity who(const http::Request& asked) {
    const auto identity = identify(center.center(), store(), asked);
    EXPECT_TRUE(identity) << to_line(identity.error());
    return identity.value_or(Identity{});
  }
  Identity who_has(const std::string& bearer) {
    return who(request("/", {}, {{"Authorization", "Bearer " + bearer}}));
  }
  store::ApiToken token_of(std::int64_t id) {
    const auto tokens = store().read([](store::Sql& sql) { return store::list_api_tokens(sql); });
    for (const auto& token : tokens.value())
      if (token.id == id) return token;
    return {};
  }
  store::ApiToken add_token(const std::string& secret, std::optional<Time> expires = {}) {
    store::ApiToken token;
    token.name = "zendesk";
    token.scopes = {"tickets:write", "a scope of a newer version"};
    token.created = center.site.clock.now();
    token.expires = expires;
    return store()
        .write([&](store::Sql& sql) {
          return store::add_api_token(sql, token, hash_of_secret(secret));
        })
        .value();
  }
};

TEST_F(Identify, KnowsNobodyWithoutACookie) {
  EXPECT_EQ(who(request("/")).way, Way::none);
  EXPECT_EQ(who(request("/", {"guess", ""})).way, Way::none);
}

TEST_F(Identify, KnowsWhoIsLoggedIn) {
  const auto browser = logged_in("ana", Role::writer);
  const auto ana = who(request("/", browser));
  EXPECT_EQ(ana.way, Way::session);
  EXPECT_EQ(ana.name, "ana");
  EXPECT_EQ(ana.role, Role::writer);
  EXPECT_EQ(ana.csrf, browser.csrf);
  EXPECT_EQ(ana.session, hash_of_secret(browser.secret));
  EXPECT_THAT(ana.scopes, IsEmpty());
}

TEST_F(Identify, LetsASessionLiveOnWhileItIsUsed) {
  const auto browser = logged_in("ana", Role::agent);
  for (int i = 0; i < 5; ++i) {
    center.site.clock.advance(11h);
    EXPECT_EQ(who(request("/", browser)).way, Way::session) << i;
  }
  center.site.clock.advance(12h);
  EXPECT_EQ(who(request("/", browser)).way, Way::none);
}

TEST_F(Identify, KnowsTheRoleAsItIsNow) {
  const auto browser = logged_in("ana", Role::admin);
  ASSERT_TRUE(store().write([](store::Sql& sql) {
    return store::set_user_role(sql, store::find_user(sql, "ana").value()->id, Role::agent);
  }));
  EXPECT_EQ(who(request("/", browser)).role, Role::agent);
}

TEST_F(Identify, KnowsTokensByTheirScopes) {
  const auto token = add_token("s3cret");
  const auto identity = who_has("s3cret");
  EXPECT_EQ(identity.way, Way::token);
  EXPECT_EQ(identity.name, "token zendesk");
  EXPECT_EQ(identity.role, Role::anyone);
  EXPECT_THAT(identity.scopes, UnorderedElementsAre(ApiScope::tickets_write));
  EXPECT_EQ(who_has("guess").way, Way::none);
  EXPECT_EQ(who_has("").way, Way::none);
}

TEST_F(Identify, NotesATokensUseAtMostOnceAMinute) {
  const auto id = add_token("s3cret").id;
  const auto first = center.site.clock.now();
  who_has("s3cret");
  EXPECT_EQ(token_of(id).used, first);
  center.site.clock.advance(59s);
  who_has("s3cret");
  EXPECT_EQ(token_of(id).used, first);
  center.site.clock.advance(1s);
  who_has("s3cret");
  EXPECT_EQ(token_of(id).used, first + 60s);
}

TEST_F(Identify, KnowsNoTokenThatExpiredOrWasRevoked) {
  add_token("short", center.site.clock.now() + 1h);
  EXPECT_EQ(who_has("short").way, Way::token);
  center.site.clock.advance(1h);
  EXPECT_EQ(who_has("short").way, Way::none);
  const auto id = add_token("revoked").id;
  ASSERT_TRUE(store().write(
      [&](store::Sql& sql) { return store::revoke_api_token(sql, id, center.site.clock.now()); }));
  EXPECT_EQ(who_has("revoked").way, Way::none);
}

class ProxyIdentity : public Identify {
 protected:
  ProxyIdentity() {
    center.site.config.login.proxy_user_header = "X-Remote-User";
    center.site.config.login.proxy_role_header = "X-Remote-Role";
    center.start();
  }
  Identity vouched(Fields headers, const std::string& peer = "127.0.0.1") {
    auto asked = request("/", {}, std::move(headers));
    asked.peer_address = peer;
    return who(asked);
  }
};

TEST_F(ProxyIdentity, MakesAnAccountAtFirstSight) {
  const auto ana = vouched({{"x-remote-user", "Ana"}});
  EXPECT_EQ(ana.way, Way::proxy);
  EXPECT_EQ(ana.name, "ana");
  EXPECT_EQ(ana.role, Role::agent);
  EXPECT_NE(ana.csrf, "");
  EXPECT_EQ(vouched({{"X-Remote-User", "ana"}}).csrf, ana.csrf) << "forms last";
  EXPECT_NE(vouched({{"X-Remote-User", "bob"}}).csrf, ana.csrf);
  EXPECT_THAT(audit_log(), Contains("proxy user.add ana").Times(1));
}

TEST_F(ProxyIdentity, HasTheRoleThatTheProxySays) {
  EXPECT_EQ(vouched({{"X-Remote-User", "ana"}, {"X-Remote-Role", "admin"}}).role, Role::admin);
  EXPECT_EQ(vouched({{"X-Remote-User", "ana"}}).role, Role::admin) << "as its account has";
  EXPECT_EQ(vouched({{"X-Remote-User", "ana"}, {"X-Remote-Role", "agent"}}).role, Role::agent);
  EXPECT_THAT(audit_log(), Contains("proxy user.role ana").Times(1));
  auto odd = request("/", {}, {{"X-Remote-User", "ana"}, {"X-Remote-Role", "king"}});
  EXPECT_FALSE(identify(center.center(), store(), odd)) << "no role is guessed";
}

TEST_F(ProxyIdentity, IsBelievedFromTrustedProxiesOnly) {
  for (const auto* peer : {"203.0.113.9", "10.0.0.1", "", "2001:db8::1"})
    EXPECT_EQ(vouched({{"X-Remote-User", "ana"}}, peer).way, Way::none) << peer;
}

TEST_F(ProxyIdentity, IsIgnoredUnlessConfigured) {
  center.site.config.login.proxy_user_header = "";
  EXPECT_EQ(vouched({{"X-Remote-User", "ana"}}).way, Way::none);
  EXPECT_EQ(vouched({{"", "ana"}}).way, Way::none);
  EXPECT_THAT(audit_log(), IsEmpty());
}

// A proxy that adds its header to those that came would have let a client's own stand first.
TEST_F(ProxyIdentity, IsNotBelievedWhenSaidTwice) {
  EXPECT_EQ(vouched({{"X-Remote-User", "admin"}, {"X-Remote-User", "ana"}}).way, Way::none);
  EXPECT_EQ(vouched({{"X-Remote-User", ""}}).way, Way::none);
}

TEST_F(ProxyIdentity, LetsNoDisabledAccountIn) {
  vouched({{"X-Remote-User", "ana"}});
  ASSERT_TRUE(store().write([](store::Sql& sql) {
    return store::set_user_disabled(sql, store::find_user(sql, "ana").value()->id, true);
  }));
  EXPECT_EQ(vouched({{"X-Remote-User", "ana"}}).way, Way::none);
}

TEST_F(ProxyIdentity, ShowsTheAccountWithoutPasswords) {
  auto asked = request("/account", {}, {{"X-Remote-User", "ana"}});
  const auto page = answer(asked);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Your organisation"));
}

}  // namespace
}  // namespace kb
