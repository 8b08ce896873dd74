#include "server/page/contact_check_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const ContactFields kFields = {.subject = "A \"b\"",
                               .description = "Text",
                               .email = "ana@example.com",
                               .category = "billing",
                               .send_trail = false,
                               .form = "f0rm"};

TEST(ContactCheckPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    ContactCheckPage page{.site = sample_site(lang), .action = "/x", .fields = kFields};
    page.suggestions = {{.key = "en/a",
                         .title = "A",
                         .url = "/en/a/a",
                         .lang = "en",
                         .passage_html = "<p>Answer</p>"},
                        {.key = "ar/b", .title = "B", .url = "/ar/a/b", .lang = "ar"}};
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    const ContactSolvedPage solved{
        .site = sample_site(lang), .action = "/x", .fields = kFields, .survey_url = "/s"};
    EXPECT_EQ(broken_rules(render(renderer(), solved)), "") << lang;
  }
}

TEST(ContactCheckPage, CarriesAllThatWasTyped) {
  ContactCheckPage page{.site = sample_site("en"), .action = "/x", .fields = kFields};
  page.suggestions = {{.key = "en/a", .title = "A", .passage_html = "<p>Answer</p>"}};
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, AllOf(HasSubstr("value=\"A &quot;b&quot;\""), HasSubstr("Text</textarea>"),
                          HasSubstr("value=\"ana@example.com\""), HasSubstr("<details open>"),
                          HasSubstr("<p>Answer</p>"), HasSubstr("name=\"solved\" value=\"en/a\"")));
  EXPECT_THAT(html, Not(HasSubstr("name=\"send_trail\"")));
}

TEST(ContactSolvedPage, LeadsBackAndToTheSurvey) {
  const auto html = render(renderer(), ContactSolvedPage{.site = sample_site("en"),
                                                         .action = "/x",
                                                         .fields = kFields,
                                                         .survey_url = "/en/survey?about=contact"});
  EXPECT_THAT(html, AllOf(HasSubstr("href=\"/en/survey?about=contact\""),
                          HasSubstr("name=\"do\" value=\"back\""), HasSubstr("noindex")));
}

}  // namespace
}  // namespace kb::page
