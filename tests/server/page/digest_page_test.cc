#include "server/page/digest_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

DigestPage sample_digest(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/digest",
          .subject = "Fernway <Help>: the week",
          .sections = {{"What helps most customers", {{"zwrot & koszty", "/help/writer/gaps/7"}}}},
          .send_to = "writers@fernway.example"};
}

TEST(DigestPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_digest(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.sections.clear();
    page.intro = "A quiet week.";
    page.send_to.clear();
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(DigestPage, ShowsItsPartsAndWhoGetsIt) {
  auto page = sample_digest("en");
  auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("Fernway &lt;Help&gt;: the week"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/help/writer/gaps/7\">zwrot &amp; koszty</a>"));
  EXPECT_THAT(html, HasSubstr("Goes to writers@fernway.example each week."));
  EXPECT_THAT(html, HasSubstr("Send it now"));
  page.send_to.clear();
  html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("Nobody gets it by mail."));
  EXPECT_THAT(html, Not(HasSubstr("Send it now")));
}

}  // namespace
}  // namespace kb::page
