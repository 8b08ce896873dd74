#include "server/agent/preview_page.h"

#include "tests/server/agent/pages_for_tests.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(PreviewPage, ShowsTheArticleAndWhoMayReadIt) {
  for (const auto* lang : {"en", "ar"}) {
    PreviewPage page{.staff = agent_site(lang),
                     .title = "Refunds",
                     .lang = "en",
                     .summary = "Money back.",
                     .html = "<p>Five days.</p>",
                     .link = "/help/en/a/refund",
                     .back_url = "/help/agent"};
    EXPECT_EQ(broken_rules(render(renderer(), page)), "");
    EXPECT_THAT(render(renderer(), page),
                AllOf(HasSubstr("<p>Five days.</p>"), HasSubstr("href=\"/help/en/a/refund\"")));
    page.link.clear();
    EXPECT_EQ(broken_rules(render(renderer(), page)), "");
  }
}

}  // namespace
}  // namespace kb::page
