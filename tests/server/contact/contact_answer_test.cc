#include "server/contact/contact_answer.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Contact : public ContactFixture {};

// All of message(), as the form shows it again.
testing::Matcher<const std::string&> all_that_was_typed() {
  return AllOf(HasSubstr("value=\"Refund takes long\""),
               HasSubstr("My refund has not reached my card. How long does a refund take?"),
               HasSubstr("value=\"ana@example.com\""), HasSubstr("value=\"billing\" selected"));
}

TEST_F(Contact, ShowsTheFormAndNotesThatItWasOpened) {
  const auto page = get("/en/contact?category=billing");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.cache_control, "private, no-cache");
  EXPECT_THAT(page.body, AllOf(HasSubstr("name=\"form\" value=\""), HasSubstr("data-suggestions"),
                               HasSubstr("value=\"billing\" selected")));
  EXPECT_THAT(noted(), ElementsAre("contact_opened offered"));
}

TEST_F(Contact, TheHoldoutSeesNoSuggestions) {
  center.next_random = 0;
  EXPECT_THAT(get("/en/contact").body, Not(HasSubstr("data-suggestions")));
  EXPECT_THAT(noted(), ElementsAre("contact_opened holdout"));
  opening.holdout = true;
  EXPECT_EQ(send({{"do", "check"}}).status, 303);
}

TEST_F(Contact, WhereThereIsNoFormThereIsNoPage) {
  center.site.config.contact.form = false;
  center.site.config.site.contact = "mailto:help@example.com";
  center.start();
  center.refresh();
  EXPECT_EQ(get("/en/contact").status, 404);
  EXPECT_EQ(send({{"do", "send"}}).status, 404);
  EXPECT_THAT(get("/en/").body, HasSubstr("mailto:help@example.com"));
}

TEST_F(Contact, IsWherePagesLinkTo) {
  EXPECT_THAT(get("/en/").body, HasSubstr("href=\"/en/contact\""));
}

TEST_F(Contact, ATicketIsKeptBeforeAnybodyIsThanked) {
  const auto sent = send({{"do", "send"}});
  EXPECT_EQ(sent.status, 303);
  EXPECT_THAT(header(sent, "Location"), AllOf(StartsWith("/en/contact/"), HasSubstr("?sent=1")));
  ASSERT_EQ(tickets().size(), 1U);
  const auto ticket = tickets()[0];
  EXPECT_EQ(ticket.subject, "Refund takes long");
  EXPECT_EQ(ticket.email, "ana@example.com");
  EXPECT_EQ(ticket.category, "billing");
  EXPECT_EQ(ticket.form, opening.id);
  EXPECT_EQ(ticket.channel, "form");
  EXPECT_EQ(ticket.customer, center.center().events->customer_of("Ana@example.com"));
  EXPECT_THAT(noted(), Contains("ticket_submitted form"));
}

TEST_F(Contact, SentTwiceIsOneTicketAndOneThankYou) {
  const auto first = send({{"do", "send"}});
  const auto second = send({{"do", "send"}});
  EXPECT_EQ(header(first, "Location"), header(second, "Location"));
  EXPECT_EQ(tickets().size(), 1U);
  EXPECT_EQ(std::ranges::count(noted(), "ticket_submitted form"), 1);
}

TEST_F(Contact, WithoutAScriptSuggestionsComeFirst) {
  const auto page = send({{"do", "check"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("A refund takes five working days."),
                               HasSubstr("name=\"solved\" value=\"en/billing/refund\""),
                               HasSubstr("name=\"seen\" value=\"en/billing/refund\""),
                               HasSubstr("name=\"do\" value=\"send\"")));
  EXPECT_THAT(page.body, Not(HasSubstr("zanzibar")));
  EXPECT_THAT(tickets(), IsEmpty());
  EXPECT_THAT(noted(), Contains("suggestion_shown en/billing/refund"));
  // Never more than one step more.
  EXPECT_EQ(send({{"do", "send"}, {"seen", "en/billing/refund"}}).status, 303);
}

TEST_F(Contact, NothingToSuggestIsNoStepMore) {
  EXPECT_EQ(send({{"do", "check"}, {"subject", "xqzwvk"}, {"description", "xqzwvk"}}).status, 303);
}

TEST_F(Contact, WhatWasReadIsNotSuggestedAgain) {
  Trail trail;
  trail.add({TrailStep::Kind::read, "en", "billing/refund"});
  const auto page = send({{"do", "check"}, {"t", center.center().events->seal(trail)}});
  EXPECT_THAT(page.body, Not(HasSubstr("value=\"en/billing/refund\"")));
}

TEST_F(Contact, SolvedIsNoTicketAndLosesNothing) {
  const auto page = send({{"solved", "en/billing/refund"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Glad that helped"), HasSubstr("?about=contact"),
                               HasSubstr("name=\"do\" value=\"back\"")));
  EXPECT_THAT(tickets(), IsEmpty());
  EXPECT_THAT(noted(), ElementsAre("contact_solved en/billing/refund"));
  EXPECT_THAT(send({{"do", "back"}}).body, all_that_was_typed());
}

TEST_F(Contact, AnArticleThatIsForAgentsSolvedNothing) {
  send({{"solved", "en/secret"}});
  EXPECT_THAT(noted(), ElementsAre("contact_solved"));
}

TEST_F(Contact, NamesWhatIsWrongAndKeepsTheRest) {
  const auto page = send({{"do", "send"}, {"email", "ana"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("href=\"#contact-email\""), HasSubstr("aria-invalid=\"true\""),
                    HasSubstr("value=\"ana\""), HasSubstr("value=\"Refund takes long\"")));
  EXPECT_THAT(tickets(), IsEmpty());
}

struct Odd {
  std::string name;
  std::vector<http::Field> fields;
};
class OddSending : public Contact, public testing::WithParamInterface<Odd> {};

TEST_P(OddSending, IsShownOnceMoreWithAllThatWasTyped) {
  const auto page = send(GetParam().fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(all_that_was_typed(), HasSubstr("press Send once more")));
  EXPECT_THAT(page.body, Not(HasSubstr("name=\"website\" value")));
  EXPECT_THAT(tickets(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Ways, OddSending,
                         testing::Values(Odd{"trap",
                                             {{"do", "send"}, {"website", "https://spam.example"}}},
                                         Odd{"forged", {{"do", "send"}, {"form", "forged"}}},
                                         Odd{"none", {{"do", "send"}, {"form", ""}}}),
                         [](const auto& each) { return each.param.name; });

TEST_F(Contact, NobodyWritesWithinThreeSeconds) {
  opening.opened = center.site.clock.now() - std::chrono::seconds{2};
  EXPECT_EQ(send({{"do", "send"}}).status, 422);
  center.site.clock.advance(std::chrono::seconds{1});
  EXPECT_EQ(send({{"do", "send"}}).status, 303);
}

TEST_F(Contact, ManyAtOnceHaveToWaitAndKeepTheirText) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(send({{"do", "send"}, {"subject", "No. " + std::to_string(i)}}).status, 303);
  const auto page = send({{"do", "send"}});
  EXPECT_EQ(page.status, 429);
  EXPECT_EQ(header(page, "Retry-After"), "600");
  EXPECT_THAT(page.body, AllOf(all_that_was_typed(), HasSubstr("in 10 minutes")));
  center.site.clock.advance(std::chrono::minutes{10});
  EXPECT_EQ(send({{"do", "send"}}).status, 303);
}

TEST_F(Contact, WithoutTheStoreNobodyIsThankedAndNothingIsLost) {
  const auto dropped = store().write(
      [](store::Sql& sql) { return sql.change("ALTER TABLE contact_tickets RENAME TO gone"); });
  ASSERT_TRUE(dropped) << to_line(dropped.error());
  const auto page = send({{"do", "send"}});
  EXPECT_EQ(page.status, 503);
  EXPECT_NE(page.fault, "");
  EXPECT_THAT(page.body, AllOf(all_that_was_typed(), HasSubstr("Your message is not sent")));
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(Contact, TheTrailGoesAlongUnlessItIsLeftOut) {
  Trail trail;
  trail.add({TrailStep::Kind::searched, "en", "late refund"});
  const auto token = center.center().events->seal(trail);
  EXPECT_EQ(send({{"do", "send"}, {"t", token}, {"trail_shown", "1"}}).status, 303);
  EXPECT_EQ(tickets()[0].trail, "");
  EXPECT_EQ(send({{"do", "send"},
                  {"t", token},
                  {"trail_shown", "1"},
                  {"send_trail", "1"},
                  {"subject", "Another"},
                  {"seen", "en/billing/refund"}})
                .status,
            303);
  EXPECT_THAT(tickets()[0].trail, AllOf(HasSubstr("late refund"), HasSubstr("suggested")));
}

TEST_F(Contact, AScriptTellsWhatWasOpened) {
  EXPECT_EQ(send({{"do", "clicked"}, {"object", "en/billing/refund"}, {"position", "1"}}).status,
            204);
  EXPECT_EQ(send({{"do", "clicked"}, {"object", "en/secret"}, {"position", "1"}}).status, 204);
  EXPECT_EQ(send({{"do", "clicked"}, {"object", "en/parcel"}, {"position", "x"}}).status, 204);
  EXPECT_THAT(noted(), ElementsAre("suggestion_clicked en/billing/refund"));
}

TEST_F(Contact, TakesFormsOfItsOwnPagesAlone) {
  auto sent = form("/en/contact", message(), {}, {{"Origin", "https://evil.example"}});
  EXPECT_EQ(answer(sent).status, 403);
  sent = form("/en/contact", {}, {}, browser());
  for (auto& field : sent.headers)
    if (field.name == "Content-Type") field.value = "text/plain";
  EXPECT_EQ(answer(sent).status, 400);
}

TEST_F(Contact, ScriptsAndCategoriesThatAreTypedAreText) {
  const auto page =
      send({{"do", "send"}, {"email", "\"><script>alert(1)</script>"}, {"category", "\"><b>"}});
  EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page.body, Not(HasSubstr("\"><b>")));
}

}  // namespace
}  // namespace kb
