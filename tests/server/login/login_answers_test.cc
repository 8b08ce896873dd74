#include "server/login/login_answers.h"

#include <gmock/gmock.h>

#include "core/store/login_links.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kOwnPassword = "otter lamp canal";

class LoginAnswers : public StaffFixture {
 protected:
  LoginAnswers() { add_user("ana", Role::writer, kOwnPassword); }

  http::Response log_in(const std::string& name, const std::string& password,
                        const std::string& next = {}, const Browser& browser = {}) {
    return answer(form("/login", {{"name", name}, {"password", password}, {"next", next}}, browser,
                       {{"Origin", "https://help.example"}}));
  }
  static Browser browser_after(const http::Response& answer) {
    const auto cookie = header(answer, "Set-Cookie");
    const auto begin = cookie.find('=') + 1;
    return {cookie.substr(begin, cookie.find(';') - begin), ""};
  }
  std::string new_link(const std::string& name) {
    const auto secret = random_token();
    const auto added = store().write([&](store::Sql& sql) -> Result<void> {
      const auto user = store::find_user(sql, name).value().value();
      return store::add_login_link(
          sql, {hash_of_secret(secret), user.id, center.site.clock.now() + 24h});
    });
    EXPECT_TRUE(added);
    return "/login/link/" + secret;
  }
};

TEST_F(LoginAnswers, LetInWhoKnowsTheirPassword) {
  for (const auto* name : {"ana", "Ana"}) {
    const auto in = log_in(name, kOwnPassword);
    EXPECT_EQ(in.status, 303);
    EXPECT_THAT(header(in, "Set-Cookie"), StartsWith("__Host-kb="));
    EXPECT_EQ(header(in, "Cache-Control"), "");
    EXPECT_EQ(in.cache_control, "no-store");
    EXPECT_EQ(get("/account", browser_after(in)).status, 200);
  }
  EXPECT_THAT(audit_log(), Contains("ana login ana"));
}

TEST_F(LoginAnswers, SayTheSameOfAWrongPasswordAndAnUnknownName) {
  add_user("proxied", Role::agent);
  for (const auto& [name, password] : std::vector<std::pair<std::string, std::string>>{
           {"ana", "wrong"}, {"nobody", kOwnPassword}, {"proxied", ""}, {"", ""}, {"a b", "x"}}) {
    const auto refused = log_in(name, password);
    EXPECT_EQ(refused.status, 403) << name;
    EXPECT_THAT(refused.body, HasSubstr("The user name or the password is wrong.")) << name;
    EXPECT_EQ(header(refused, "Set-Cookie"), "") << name;
    EXPECT_THAT(refused.body, Not(HasSubstr("value=\"otter"))) << name;
  }
}

TEST_F(LoginAnswers, LetNoDisabledAccountIn) {
  const auto in = browser_after(log_in("ana", kOwnPassword));
  ASSERT_TRUE(store().write([](store::Sql& sql) {
    return store::set_user_disabled(sql, store::find_user(sql, "ana").value()->id, true);
  }));
  EXPECT_EQ(log_in("ana", kOwnPassword).status, 403);
  EXPECT_EQ(get("/account", in).status, 303);
}

// An attacker could plant a session of their own choice and wait for its owner to log in to it.
TEST_F(LoginAnswers, GiveANewSessionWhateverTheBrowserBrought) {
  const auto planted = logged_in("mallory", Role::agent);
  const auto in = log_in("ana", kOwnPassword, "", planted);
  EXPECT_NE(browser_after(in).secret, planted.secret);
  EXPECT_EQ(get("/account", planted).status, 303) << "the planted one has ended";

  const auto made_up = log_in("ana", kOwnPassword, "", {"made-up-by-somebody", ""});
  EXPECT_NE(browser_after(made_up).secret, "made-up-by-somebody");
  EXPECT_EQ(get("/account", {"made-up-by-somebody", ""}).status, 303);
}

TEST_F(LoginAnswers, GoOnToWhereOneWasGoingButNowhereElse) {
  const auto asked = get("/admin/audit?who=a%20b");
  EXPECT_EQ(header(asked, "Location"), "/login?next=%2Fadmin%2Faudit%3Fwho%3Da%2520b");
  EXPECT_THAT(get(header(asked, "Location")).body,
              HasSubstr(R"(name="next" value="/admin/audit?who=a%20b")"));
  EXPECT_EQ(header(log_in("ana", kOwnPassword, "/admin/audit?who=a%20b"), "Location"),
            "/admin/audit?who=a%20b");
  const auto home = header(log_in("ana", kOwnPassword), "Location");
  for (const auto* next : {"https://evil.example/", "//evil.example", "/\\evil.example", "evil",
                           "javascript:alert(1)"})
    EXPECT_EQ(header(log_in("ana", kOwnPassword, next), "Location"), home) << next;
  const auto in = browser_after(log_in("ana", kOwnPassword));
  EXPECT_EQ(header(get("/login?next=//evil.example", in), "Location"), home);
}

TEST_F(LoginAnswers, RefuseFormsOfOtherSites) {
  const Fields right = {{"name", "ana"}, {"password", kOwnPassword}};
  EXPECT_EQ(answer(form("/login", right)).status, 303) << "a program says nothing of where it is";
  for (const http::Field& told : Fields{{"Origin", "https://evil.example"},
                                        {"Origin", "null"},
                                        {"Sec-Fetch-Site", "cross-site"}}) {
    const auto refused = answer(form("/login", right, {}, {told}));
    EXPECT_EQ(refused.status, 403) << told.value;
    EXPECT_EQ(header(refused, "Set-Cookie"), "");
  }
}

TEST_F(LoginAnswers, SlowDownWhoGuesses) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(log_in("ana", "guess").status, 403) << i;
  const auto slowed = log_in("ana", kOwnPassword);
  EXPECT_EQ(slowed.status, 429) << "not even the right one is looked at";
  EXPECT_EQ(header(slowed, "Retry-After"), "1");
  EXPECT_THAT(slowed.body, HasSubstr("Try again in 1 second."));
  center.site.clock.advance(1s);
  EXPECT_EQ(log_in("ana", kOwnPassword).status, 303);
}

TEST_F(LoginAnswers, NeedASafeConnection) {
  for (const auto* path : {"/login", "/login/link/x"}) {
    auto plain = request(path);
    plain.secure = false;
    const auto refused = answer(plain);
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("Logging in needs a secure connection"));
  }
  auto sent = form("/login", {{"name", "ana"}, {"password", kOwnPassword}});
  sent.secure = false;
  EXPECT_EQ(header(answer(sent), "Set-Cookie"), "");
  sent.host = "localhost:8080";
  sent.client_address = "127.0.0.1";
  EXPECT_THAT(header(answer(sent), "Set-Cookie"), StartsWith("kb-plain="));
  EXPECT_THAT(header(answer(sent), "Set-Cookie"), Not(HasSubstr("Secure")));
}

TEST_F(LoginAnswers, LogOut) {
  const auto ana = browser_of(
      store().read([](store::Sql& sql) { return store::find_user(sql, "ana"); }).value().value());
  const auto out = post("/logout", {}, ana);
  EXPECT_EQ(out.status, 303);
  EXPECT_EQ(header(out, "Location"), "/login");
  EXPECT_THAT(header(out, "Set-Cookie"), HasSubstr("__Host-kb=; "));
  EXPECT_EQ(get("/account", ana).status, 303);
}

TEST_F(LoginAnswers, LetALinkChooseAPasswordOnce) {
  const auto before = browser_after(log_in("ana", kOwnPassword));
  const auto link = new_link("ana");
  for (int i = 0; i < 2; ++i) {  // a mail program that looks at the link does not use it up
    const auto page = get(link);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("value=\"ana\""));
  }
  const auto weak = post(link, {{"password", "short"}}, {});
  EXPECT_EQ(weak.status, 422);
  EXPECT_THAT(weak.body, HasSubstr("Too short"));

  const auto in = post(link, {{"password", "canal of otters"}}, {});
  EXPECT_EQ(in.status, 303);
  EXPECT_EQ(get("/account", browser_after(in)).status, 200);
  EXPECT_EQ(get("/account", before).status, 303) << "sessions of the old password end";
  EXPECT_EQ(log_in("ana", kOwnPassword).status, 403);
  EXPECT_EQ(log_in("ana", "canal of otters").status, 303);
  EXPECT_THAT(audit_log(), Contains("ana user.password ana"));

  EXPECT_EQ(get(link).status, 404);
  EXPECT_EQ(post(link, {{"password", "another of mine"}}, {}).status, 404);
  EXPECT_EQ(log_in("ana", "canal of otters").status, 303);
}

TEST_F(LoginAnswers, LetALinkInForADay) {
  const auto link = new_link("ana");
  center.site.clock.advance(24h - 1s);
  EXPECT_EQ(get(link).status, 200);
  center.site.clock.advance(1s);
  EXPECT_EQ(get(link).status, 404);
  EXPECT_EQ(post(link, {{"password", "canal of otters"}}, {}).status, 404);
  EXPECT_THAT(get("/login/link/guess").body, HasSubstr("This link is no longer valid"));
}

}  // namespace
}  // namespace kb
