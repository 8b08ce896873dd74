#include "server/page/privacy_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PrivacyPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    for (const int days : {0, 1, 2, 5, 21, 180}) {
      PrivacyPage page{.site = sample_site(lang),
                       .keep_days = days + 1,
                       .contact_days = days,
                       .mails = days > 0};
      const auto html = render(renderer(), page);
      EXPECT_EQ(broken_rules(html), "") << lang;
      EXPECT_THAT(html, Not(HasSubstr("{days"))) << lang;
    }
}

TEST(PrivacyPage, SaysHowLongAndWhomToAsk) {
  PrivacyPage page{.site = sample_site("en"), .keep_days = 180, .contact_days = 90, .mails = true};
  page.site.name = "Fernway";
  page.site.contact_url = "/en/contact";
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("deleted after 180 days"));
  EXPECT_THAT(html, HasSubstr("deletes them 90 days after"));
  EXPECT_THAT(html, HasSubstr("What Fernway keeps"));
  EXPECT_THAT(html, HasSubstr(R"(<a class="button" href="/en/contact">)"));
}

}  // namespace
}  // namespace kb::page
