#include "server/page/login_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

LoginPage sample_login(const std::string& lang, LoginFault fault) {
  LoginPage page;
  page.staff.site = sample_site(lang);
  page.action = "/help/login";
  page.next = "/help/agent?q=\"a\"";
  page.user = "ana<";
  page.fault = fault;
  page.wait_seconds = 2;
  return page;
}

TEST(LoginPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    for (const auto fault :
         {LoginFault::none, LoginFault::wrong, LoginFault::wait, LoginFault::busy})
      EXPECT_EQ(broken_rules(render(renderer(), sample_login(lang, fault))), "") << lang;
}

TEST(LoginPage, KeepsWhatWasTypedButThePassword) {
  const auto html = render(renderer(), sample_login("en", LoginFault::wrong));
  EXPECT_THAT(html, HasSubstr(R"(name="name" value="ana&lt;")"));
  EXPECT_THAT(html, HasSubstr(R"(name="next" value="/help/agent?q=&quot;a&quot;")"));
  EXPECT_THAT(html,
              HasSubstr(R"(name="password" type="password" autocomplete="current-password")"));
}

TEST(LoginPage, TiesWhatIsWrongToBothFields) {
  const auto html = render(renderer(), sample_login("en", LoginFault::wrong));
  EXPECT_THAT(html, HasSubstr(R"(id="login-fault" role="alert">The user name or the password)"));
  EXPECT_THAT(html, HasSubstr(R"(required aria-describedby="login-fault")"));
  EXPECT_THAT(render(renderer(), sample_login("en", LoginFault::none)),
              Not(HasSubstr("aria-describedby")));
  EXPECT_THAT(render(renderer(), sample_login("en", LoginFault::wait)),
              HasSubstr("Try again in 2 seconds."));
}

TEST(LoginLinkPage, AsksForANewPassword) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    for (const char* fault : {"", "account.password_short"}) {
      LoginLinkPage page;
      page.staff.site = sample_site(lang);
      page.user = "ana";
      page.fault = fault;
      EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    }
  LoginLinkPage page;
  page.staff.site = sample_site("en");
  page.action = "/help/login/link/x";
  page.fault = "account.password_short";
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(autocomplete="new-password")"));
  EXPECT_THAT(html, HasSubstr(R"(aria-describedby="link-rules link-fault")"));
  EXPECT_THAT(html, HasSubstr("Too short"));
}

}  // namespace
}  // namespace kb::page
