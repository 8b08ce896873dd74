#include "server/page/contact_ticket_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ContactTicketPage sample(const std::string& lang, const std::string& state) {
  ContactTicketPage page{.site = sample_site(lang), .number = 1042, .state = state};
  page.answer_minutes = 240;
  page.subject = "Refund <b>";
  page.description = "One\nTwo";
  page.email = "ana@example.com";
  page.trail = {{ContactStep::Kind::read, "Refunds"}};
  page.articles.emplace_back().title = "Get a refund";
  page.action = "/help/en/contact/x";
  page.contact_url = "/help/en/contact";
  page.survey_url = "/help/en/survey";
  return page;
}

TEST(ContactTicketPage, KeepsTheRulesInEveryLanguageAndState) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    for (const char* state : {"open", "solved", "answered"}) {
      auto page = sample(lang, state);
      page.just_sent = page.just_closed = true;
      EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang << " " << state;
    }
}

TEST(ContactTicketPage, SaysTheNumberWithoutSeparators) {
  EXPECT_THAT(render(renderer(), sample("en", "open")), HasSubstr("Your message no. 1042"));
}

TEST(ContactTicketPage, AsksWhetherItIsSolvedWhileItIsOpen) {
  EXPECT_THAT(render(renderer(), sample("en", "open")),
              AllOf(HasSubstr("Is it solved by now?"), HasSubstr("Within 4 hours, to"),
                    HasSubstr("Get a refund"), HasSubstr("Refund &lt;b&gt;")));
  EXPECT_THAT(render(renderer(), sample("en", "answered")),
              AllOf(Not(HasSubstr("Is it solved by now?")), Not(HasSubstr("Within 4 hours")),
                    Not(HasSubstr("/help/en/survey"))));
  EXPECT_THAT(render(renderer(), sample("en", "solved")), HasSubstr("/help/en/survey"));
}

TEST(ContactTicketPage, SaysThatTheTextIsGone) {
  auto page = sample("en", "answered");
  page.subject = page.description = page.email = {};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("The text is deleted by now."));
}

}  // namespace
}  // namespace kb::page
