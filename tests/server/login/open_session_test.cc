#include "server/login/open_session.h"

#include <gmock/gmock.h>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::SizeIs;

class OpenSession : public StaffFixture {
 protected:
  Result<std::string> open(const store::User& user, const Browser& browser = {}) {
    const auto asked = request("/login", browser, {{"User-Agent", "Firefox/128.0 (Linux)"}});
    const StaffRequest staff{center.center(), asked, Route{Page::login, "", ""}, store()};
    return store().write([&](store::Sql& sql) { return open_session(sql, staff, user); });
  }
  std::vector<store::Session> sessions_of(const store::User& user) {
    return store()
        .read([&](store::Sql& sql) {
          return store::list_sessions(sql, user.id, center.site.clock.now());
        })
        .value();
  }
};

TEST_F(OpenSession, KeepsTheHashOfItsSecretOnly) {
  const auto ana = add_user("ana", Role::agent);
  const auto secret = open(ana);
  ASSERT_TRUE(secret);
  ASSERT_THAT(sessions_of(ana), SizeIs(1));
  const auto session = sessions_of(ana).front();
  EXPECT_EQ(session.hash, hash_of_secret(*secret));
  EXPECT_NE(session.csrf, *secret);
  EXPECT_EQ(session.browser, "Firefox, Linux");
  EXPECT_EQ(session.address, "203.0.113.7");
  EXPECT_EQ(session.expires, center.site.clock.now() + 12h);
}

TEST_F(OpenSession, EndsTheOneThatTheBrowserHad) {
  const auto ana = add_user("ana", Role::agent);
  const auto bob = add_user("bob", Role::agent);
  const auto first = open(ana).value();
  open(bob, {first, ""}).value();
  EXPECT_THAT(sessions_of(ana), SizeIs(0));
  EXPECT_THAT(sessions_of(bob), SizeIs(1));
}

TEST_F(OpenSession, IsForBrowsersAsACookieThatOutlivesIt) {
  const auto asked = request("/login");
  const StaffRequest staff{center.center(), asked, Route{Page::login, "", ""}, store()};
  EXPECT_THAT(header(with_session({}, staff, "s3cret"), "Set-Cookie"),
              HasSubstr("__Host-kb=s3cret; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000"));
}

TEST_F(OpenSession, LeadsOnBelowTheBasePath) {
  center.site.config.site.base_path = "/help";
  center.start();
  const auto asked = request("/help/login");
  const StaffRequest staff{center.center(), asked, Route{Page::login, "", ""}, store()};
  EXPECT_EQ(place_after_login(staff, "/help/writer"), "/help/writer");
  EXPECT_THAT(place_after_login(staff, "/writer"), testing::StartsWith("/help/a"));
}

}  // namespace
}  // namespace kb
