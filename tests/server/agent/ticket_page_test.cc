#include "server/agent/ticket_page.h"

#include "tests/server/agent/pages_for_tests.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ArticleLink link(const std::string& title, const std::string& url, const std::string& lang) {
  ArticleLink link;
  link.title = title;
  link.url = url;
  link.lang = lang;
  return link;
}

TEST(TicketPage, ShowsWhatTheStoreHas) {
  const TicketPage page{.staff = agent_site("en"),
                        .ticket = "zendesk/7",
                        .subject = "Zwrot <b>",
                        .lang = "pl",
                        .question = "Gdzie?\n<script>",
                        .answer = "Tu.",
                        .topic = "billing",
                        .satisfaction = 5,
                        .links = {link("Zwrot", "/x", "pl"), link("gone", "", "en")},
                        .console_url = "/help/agent?ticket=zendesk/7",
                        .draft_url = "/help/agent/draft/zendesk/7"};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, AllOf(HasSubstr("zendesk/7"), HasSubstr("Zwrot &lt;b&gt;"), HasSubstr("Tu."),
                          HasSubstr("Satisfaction 5 of 5"), HasSubstr("lang=\"pl\""),
                          HasSubstr("<a href=\"/x\""), Not(HasSubstr("Gdzie?\n<script>"))));
}

TEST(TicketPage, DoesWithoutSubjectAndAnswer) {
  const auto html = render(
      renderer(),
      TicketPage{
          .staff = agent_site("ar"), .ticket = "zendesk/7", .lang = "en", .question = "Where?"});
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, AllOf(HasSubstr("zendesk/7"), HasSubstr("class=\"empty\"")));
}

}  // namespace
}  // namespace kb::page
