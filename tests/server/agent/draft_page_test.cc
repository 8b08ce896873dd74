#include "server/agent/draft_page.h"

#include "tests/server/agent/pages_for_tests.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(DraftPage, ShowsTheFileAndSendsItAgain) {
  for (const auto* lang : {"en", "ar"}) {
    const DraftPage page{.staff = agent_site(lang),
                         .draft = "---\ntitle: \"a\"\n---\n</textarea><b>",
                         .file = "pl/zwrot.md",
                         .lang = "pl",
                         .back_url = "/help/agent",
                         .action = "/help/agent",
                         .text = "</textarea><i>",
                         .ticket = "zendesk/7",
                         .customer_lang = "pl"};
    const auto html = render(renderer(), page);
    EXPECT_EQ(broken_rules(html), "");
    EXPECT_THAT(html, AllOf(HasSubstr("pl/zwrot.md"), HasSubstr("value=\"zendesk/7\""),
                            HasSubstr("value=\"draft_file\""), Not(HasSubstr("<b>")),
                            Not(HasSubstr("<i>"))));
  }
}

}  // namespace
}  // namespace kb::page
