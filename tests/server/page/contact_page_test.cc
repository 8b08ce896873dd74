#include "server/page/contact_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ContactPage sample_contact(const std::string& lang) {
  ContactPage page{.site = sample_site(lang), .action = "/help/" + lang + "/contact"};
  page.fields = {.subject = "\"Quoted\" <b>",
                 .description = "\nFirst line is empty",
                 .email = "ana@example.com",
                 .category = "billing",
                 .form = "f0rm",
                 .trail = "tr4il",
                 .seen = {"en/parcel"}};
  page.categories = {{"billing", "Payments"}, {"orders", "Orders"}};
  page.ways = {
      {{}, {{.kind = "phone", .url = "tel:1", .address = "1"}}, 240},
      {{"billing"}, {{.kind = "chat", .url = "/chat", .has_hours = true, .open_until = 600}}, 90}};
  page.time_zone = "Europe/Warsaw";
  page.trail = {{ContactStep::Kind::searched, "late <i>refund</i>"}};
  page.suggest_url = "/help/api/v1/tickets/suggest";
  return page;
}

TEST(ContactPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_contact(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.faults = {{"subject", "contact.fault_subject_long", 200, 201},
                   {"description", "contact.fault_description"},
                   {"email", "contact.fault_email"}};
    page.notice = ContactNotice::too_many;
    page.wait_minutes = 2;
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(ContactPage, ShowsWhatWasTypedAsText) {
  const auto html = render(renderer(), sample_contact("en"));
  EXPECT_THAT(html, AllOf(HasSubstr("value=\"&quot;Quoted&quot; &lt;b&gt;\""),
                          HasSubstr(">\n\nFirst line is empty</textarea>"),
                          HasSubstr("value=\"billing\" selected"), HasSubstr("value=\"f0rm\""),
                          HasSubstr("name=\"seen\" value=\"en/parcel\""),
                          HasSubstr("late &lt;i&gt;refund&lt;/i&gt;")));
}

TEST(ContactPage, ShowsTheWaysOfItsTopic) {
  const auto html = render(renderer(), sample_contact("en"));
  const auto shown = html.substr(html.find("<div data-ways>"), 600);
  EXPECT_THAT(shown, AllOf(HasSubstr("within 90 minutes"), HasSubstr("href=\"/chat\""),
                           HasSubstr("Times as in Europe/Warsaw.")));
  EXPECT_THAT(html, AllOf(HasSubstr("<template data-for=\" \">"),
                          HasSubstr("<template data-for=\" billing \">")));
}

TEST(ContactPage, SaysWhatIsWrongAtTheFieldAndAbove) {
  auto page = sample_contact("en");
  page.faults = {{"email", "contact.fault_email"}};
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, AllOf(HasSubstr("Please check one thing:"),
                          HasSubstr("<a href=\"#contact-email\">Give your e-mail address"),
                          HasSubstr("aria-describedby=\"contact-email-hint contact-email-fault\" "
                                    "aria-invalid=\"true\"")));
  EXPECT_THAT(html, Not(HasSubstr("contact-subject-fault")));
}

TEST(ContactPage, OfTheHoldoutPromisesNoSuggestions) {
  auto page = sample_contact("en");
  page.offers_suggestions = false;
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, Not(HasSubstr("We look for an answer")));
  EXPECT_THAT(html, Not(HasSubstr("data-suggestions")));
}

TEST(ContactPage, SaysThatNothingWasSent) {
  auto page = sample_contact("en");
  page.notice = ContactNotice::away;
  EXPECT_THAT(render(renderer(), page), HasSubstr("Your message is not sent"));
}

}  // namespace
}  // namespace kb::page
