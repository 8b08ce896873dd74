#include "server/agent/console_page.h"

#include "tests/server/agent/pages_for_tests.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using State = ConsolePage::State;

ConsolePage sample(const std::string& lang) {
  ConsolePage page{.staff = agent_site(lang), .state = State::found, .action = "/help/agent"};
  page.text = "<b>where</b> is it";
  page.languages = {"en", "pl"};
  page.lang = "pl";
  page.detected = true;
  page.topic = "Payments";
  page.articles = {{.title = "Zwrot <1>",
                    .target = "pl/refund#jak",
                    .key = "pl/refund",
                    .lang = "pl",
                    .section_title = "Jak długo",
                    .snippet_html = "trwa <mark>pięć</mark>",
                    .preview_url = "/help/agent/preview/pl/refund#jak",
                    .link = "https://fernway.example/pl/a/refund#jak",
                    .markdown = "[a](b)",
                    .html = "<a href=\"b\">a</a>",
                    .reply = "Pięć dni."},
                   {.title = "Goodwill",
                    .target = "en/secret#",
                    .key = "en/secret",
                    .lang = "en",
                    .preview_url = "/help/agent/preview/en/secret",
                    .other_language = true,
                    .for_agents_only = true,
                    .own_language = {"English", "/help/agent/preview/en/secret"}}};
  page.tickets = {{.title = "Zwrot",
                   .lang = "pl",
                   .url = "/help/agent/ticket/zendesk/1",
                   .answer = "Pięć dni.",
                   .count = 80,
                   .satisfaction = 4}};
  return page;
}

class ConsolePages : public testing::TestWithParam<std::string> {};

TEST_P(ConsolePages, KeepTheRulesInEveryState) {
  for (const auto state : {State::none_asked, State::found, State::nothing, State::failed,
                           State::no_index, State::too_long})
    for (const bool panel : {false, true}) {
      auto page = sample(GetParam());
      page.state = state;
      page.panel = page.staff.embedded = panel;
      EXPECT_EQ(broken_rules(render(renderer(), page)), "") << static_cast<int>(state);
    }
}
INSTANTIATE_TEST_SUITE_P(Languages, ConsolePages, testing::Values("en", "pl", "ar"));

TEST(ConsolePage, HoldsWhatIsCopied) {
  const auto html = render(renderer(), sample("en"));
  EXPECT_THAT(html, AllOf(HasSubstr("data-markdown=\"[a](b)\""),
                          HasSubstr("data-html=\"&lt;a href=&quot;b&quot;&gt;a&lt;/a&gt;\""),
                          HasSubstr("data-text=\"Pięć dni.\""), HasSubstr("lang=\"pl\""),
                          HasSubstr("Detected: Polish"), HasSubstr("Asked 80 times"),
                          HasSubstr("Satisfaction 4 of 5")));
  EXPECT_THAT(html, AllOf(HasSubstr("Zwrot &lt;1&gt;"), Not(HasSubstr("<b>where"))));
}

TEST(ConsolePage, OffersNoLinkThatCustomersCannotOpen) {
  auto page = sample("en");
  page.articles.erase(page.articles.begin());
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, AllOf(HasSubstr("For agents only"), HasSubstr("Only in English"),
                          Not(HasSubstr("data-link")), Not(HasSubstr("data-copy=\"link\"")),
                          Not(HasSubstr("value=\"link "))));
}

ContactPart sample_contact() {
  return {.ticket = {.name = "contact/1042",
                     .url = "/help/agent?ticket=contact/1042",
                     .subject = "Zwrot <nie> doszedł",
                     .lang = "pl",
                     .category = "Payments"},
          .state = "open",
          .description = "Gdzie <b>jest</b> mój zwrot?",
          .email = "ala@kupuje.example",
          .from = "https://app.fernway.example/\"><i>",
          .trail = {{.kind = "searched", .text = "zwrot <1>", .lang = "pl"},
                    {.kind = "not_helped",
                     .text = "Zwrot <2>",
                     .url = "/help/agent/preview/pl/refund",
                     .lang = "pl"}}};
}

TEST_P(ConsolePages, KeepTheRulesWithTicketsOfTheContactForm) {
  for (const auto* state : {"open", "solved", "answered"})
    for (const bool erased : {false, true}) {
      auto page = sample(GetParam());
      page.articles[0].did_not_help = page.articles[1].already_read = true;
      page.contact = sample_contact();
      page.contact->state = state;
      if (erased) page.contact = ContactPart{.ticket = {.name = "contact/1"}, .state = state};
      if (erased) page.contact->erased = Time{};
      EXPECT_EQ(broken_rules(render(renderer(), page)), "") << state;
    }
  auto page = sample(GetParam());
  page.state = State::none_asked;
  page.open_tickets = {sample_contact().ticket, {.name = "contact/1"}};
  EXPECT_EQ(broken_rules(render(renderer(), page)), "");
}

TEST(ConsolePage, EscapesWhatTheContactFormSent) {
  auto page = sample("en");
  page.contact = sample_contact();
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, AllOf(HasSubstr("Zwrot &lt;nie&gt;"), HasSubstr("&lt;b&gt;jest"),
                          HasSubstr("zwrot &lt;1&gt;"), HasSubstr("Zwrot &lt;2&gt;"),
                          HasSubstr("&quot;&gt;&lt;i&gt;"), Not(HasSubstr("<i>"))));
}

TEST(ConsolePage, SaysWhatAButtonDid) {
  EXPECT_EQ(said(renderer(), agent_site("en"), "agent.said.linked", "zendesk/7"),
            "Noted: linked in ticket zendesk/7.");
}

}  // namespace
}  // namespace kb::page
