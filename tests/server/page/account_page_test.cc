#include "server/page/account_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

AccountPage sample_account(const std::string& lang) {
  const Time day{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};
  return {.staff = sample_staff(lang),
          .action = "/help/account",
          .user = "ana",
          .role = "writer",
          .sessions = {{"Firefox, Linux", "203.0.113.7", day, true},
                       {"Safari, iPhone", "2001:db8::7", day, false}}};
}

TEST(AccountPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_account(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.current_fault = "account.password_wrong";
    page.new_fault = "account.password_common";
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(AccountPage, ShowsWhoOneIsAndWhere) {
  const auto html = render(renderer(), sample_account("en"));
  EXPECT_THAT(html, HasSubstr("<dd>Writer</dd>"));
  EXPECT_THAT(html, HasSubstr("Safari, iPhone"));
  EXPECT_THAT(html, HasSubstr("March 14, 2026</time></span> <strong>This device</strong>"));
}

TEST(AccountPage, TiesEachFaultToItsField) {
  auto page = sample_account("en");
  page.current_fault = "account.password_wrong";
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(id="account-current-fault">This is not your current password.)"));
  EXPECT_THAT(html, HasSubstr(R"(aria-describedby="account-current-fault")"));
  EXPECT_THAT(html, HasSubstr(R"(aria-describedby="account-rules")"));
}

TEST(AccountPage, LeavesPasswordsToTheProxyThatHasThem) {
  auto page = sample_account("en");
  page.by_proxy = true;
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("Your organisation’s log-in let you in."));
  EXPECT_THAT(html, Not(HasSubstr("type=\"password\"")));
}

}  // namespace
}  // namespace kb::page
