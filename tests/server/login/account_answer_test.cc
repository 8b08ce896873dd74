#include "server/login/account_answer.h"

#include <gmock/gmock.h>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr const char* kPassword = "otter lamp canal";

class Accounts : public StaffFixture {
 protected:
  http::Response change(const std::string& current, const std::string& fresh) {
    return post("/account", {{"do", "password"}, {"current", current}, {"password", fresh}}, here);
  }
  const store::User ana = add_user("ana", Role::agent, kPassword);
  const Browser here = browser_of(ana);
  const Browser there = browser_of(ana);
};

TEST_F(Accounts, ShowWhereOneIsLoggedIn) {
  const auto page = get("/account", here);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Firefox, Linux"));
  EXPECT_THAT(page.body, HasSubstr("This device"));
}

TEST_F(Accounts, ChangeThePasswordAndEndTheOtherSessions) {
  const auto changed = change(kPassword, "canal of otters");
  EXPECT_EQ(changed.status, 303);
  EXPECT_EQ(header(changed, "Location"), "/account?done=password");
  EXPECT_THAT(get("/account?done=password", here).body, HasSubstr("Your password was changed."));
  EXPECT_EQ(get("/account", there).status, 303);
  EXPECT_THAT(audit_log(), Contains("ana user.password ana"));
  EXPECT_EQ(change(kPassword, "lamps of canals").status, 422);
}

TEST_F(Accounts, KeepThePasswordWhereSomethingIsWrong) {
  EXPECT_THAT(change("wrong", "canal of otters").body, HasSubstr("not your current password"));
  EXPECT_THAT(change(kPassword, "short").body, HasSubstr("Too short"));
  EXPECT_THAT(change(kPassword, "password1234").body, HasSubstr("Too easy to guess"));
  EXPECT_EQ(get("/account", there).status, 200);
}

TEST_F(Accounts, SlowDownGuessesAtTheCurrentPassword) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(change("guess", "canal of otters").status, 422);
  EXPECT_EQ(change(kPassword, "canal of otters").status, 429);
}

TEST_F(Accounts, LogOutEverywhereElse) {
  EXPECT_EQ(header(post("/account", {{"do", "everywhere"}}, here), "Location"),
            "/account?done=everywhere");
  EXPECT_EQ(get("/account", there).status, 303);
  EXPECT_EQ(get("/account", here).status, 200);
  EXPECT_THAT(audit_log(), Contains("ana logout.everywhere ana"));
}

}  // namespace
}  // namespace kb
