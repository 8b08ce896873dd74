#include "core/tickets/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Time kNow{std::chrono::seconds{1795000000}};  // November 2026

class IntakeTest : public testing::Test {
 protected:
  Result<Taken> take(const RawTicket& raw) const {
    return Intake({.source = "desk",
                   .default_language = "en",
                   .article_urls = {"https://help.fernway.example"},
                   .customer_key = "key",
                   .now = kNow},
                  redactor_)
        .take(raw);
  }
  static RawTicket ticket() {
    RawTicket raw;
    raw.where = "a.jsonl:7";
    raw.id = "42";
    raw.status = "solved";
    raw.created = Time{std::chrono::seconds{1780474440}};
    return raw;
  }
  static void say(RawTicket& raw, Author from, std::string text, bool is_public = true) {
    RawMessage message;
    message.from = from;
    message.text = std::move(text);
    message.is_public = is_public;
    raw.messages.push_back(std::move(message));
  }

  redact::Redactor redactor_ = std::move(*redact::Redactor::create({}));
};

TEST_F(IntakeTest, QuestionBeforeTheFirstReplyAnswerTheLastOne) {
  RawTicket raw = ticket();
  raw.subject = "Re: [#42] Hub offline";
  raw.customer.key = "Ana.Pop@Poczta.example";
  say(raw, Author::customer,
      "Hello,\nmy hub has been offline since Monday.\n\nBest regards,\nAna Pop");
  say(raw, Author::customer, "The light is red.");
  say(raw, Author::agent, "internal: known customer", false);
  say(raw, Author::agent, "Please restart it.");
  say(raw, Author::customer, "Still off");
  say(raw, Author::agent,
      "Hold the button for ten seconds, see https://help.fernway.example/en/a/hub/reset#button.");
  say(raw, Author::system, "Ticket closed");
  const auto taken = take(raw);
  ASSERT_TRUE(taken) << to_line(taken.error());
  const Ticket& ticket = taken->ticket;
  EXPECT_EQ(to_key(ticket), "desk/42");
  EXPECT_EQ(ticket.subject, "Hub offline");
  EXPECT_EQ(ticket.question, "my hub has been offline since Monday.\n\nThe light is red.");
  EXPECT_THAT(ticket.answer, HasSubstr("Hold the button"));
  EXPECT_EQ(ticket.lang, "en");
  EXPECT_EQ(ticket.replies, 2);
  EXPECT_THAT(ticket.links, ElementsAre(TicketLink{"en", "hub/reset", "button"}));
  EXPECT_EQ(ticket.customer.hash.size(), 64U);
  EXPECT_THAT(ticket.question + ticket.answer, Not(HasSubstr("known customer")));
  raw.customer.key = "ana.pop@poczta.example";
  EXPECT_EQ(take(raw)->ticket.customer.hash, ticket.customer.hash);
}

TEST_F(IntakeTest, NothingPersonalIsLeft) {
  RawTicket raw = ticket();
  raw.subject = "write to ana.pop@poczta.example";
  raw.topic = "mail ana.pop@poczta.example";
  say(raw, Author::customer,
      "My card is 4111 1111 1111 1111 and my address ana.pop@poczta.example, help!");
  say(raw, Author::agent, "We wrote to ana.pop@poczta.example. The card stays as it is.");
  const auto taken = take(raw);
  ASSERT_TRUE(taken);
  const Ticket& ticket = taken->ticket;
  for (const auto& text : {ticket.subject, ticket.question, ticket.answer, ticket.topic}) {
    EXPECT_THAT(text, Not(HasSubstr("@")));
    EXPECT_THAT(text, Not(HasSubstr("4111")));
  }
  EXPECT_EQ(ticket.redacted.at("e-mail"), 4);
}

TEST_F(IntakeTest, QuestionAndAnswerMayBeGiven) {
  RawTicket raw = ticket();
  raw.status.clear();
  raw.question = "Wie lange dauert die Lieferung in die Schweiz?";
  raw.answer = "Drei bis fünf Werktage.";
  const auto taken = take(raw);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->ticket.lang, "de");
  EXPECT_EQ(taken->ticket.answer, "Drei bis fünf Werktage.");
  EXPECT_EQ(taken->ticket.status, TicketStatus::solved);
  EXPECT_EQ(taken->ticket.replies, 1);
}

TEST_F(IntakeTest, TheLanguageIsTheQuestions) {
  RawTicket raw = ticket();
  say(raw, Author::customer,
      "Dzień dobry, mój hub nie działa od poniedziałku, co mogę zrobić w tej sprawie?");
  say(raw, Author::agent,
      "Please restart the hub and write to us again if that does not help you.");
  EXPECT_EQ(take(raw)->ticket.lang, "pl");
  raw.lang = "PT_br";
  EXPECT_EQ(take(raw)->ticket.lang, "pt-BR");
  raw.lang = "gibberish";
  EXPECT_EQ(take(raw)->ticket.lang, "pl");
}

TEST_F(IntakeTest, HtmlAndScriptsBecomeText) {
  RawTicket raw = ticket();
  say(raw, Author::customer, "My <b>hub</b> is off<script>alert(1)</script>\nsince Monday\x01");
  raw.messages.back().is_html = false;
  EXPECT_EQ(take(raw)->ticket.question, "My hub is off\nsince Monday");
}

TEST_F(IntakeTest, LongTextsAreCutAndTold) {
  RawTicket raw = ticket();
  std::string text;
  for (int i = 0; i < 6000; ++i) text += "dłuższe słowo ";
  say(raw, Author::customer, text);
  const auto taken = take(raw);
  ASSERT_TRUE(taken);
  ASSERT_EQ(taken->notes.size(), 1U);
  EXPECT_EQ(to_line(taken->notes[0]), "a.jsonl:7: the question was cut to 20,000 characters");
  EXPECT_LT(taken->ticket.question.size(), 4 * kLongestText);
  EXPECT_TRUE(taken->ticket.question.ends_with(" …"));
}

TEST_F(IntakeTest, WhatCannotBeKeptSaysWhyAndWhere) {
  const auto why = [&](const RawTicket& raw) {
    const auto taken = take(raw);
    return taken ? "taken" : to_line(taken.error());
  };
  RawTicket raw = ticket();
  EXPECT_EQ(why(raw), "a.jsonl:7: the ticket has neither a subject nor a question");
  raw.question = "Where?";
  EXPECT_EQ(why(raw), "taken");
  raw.satisfaction = 9;
  EXPECT_EQ(why(raw), "a.jsonl:7: `satisfaction` is 9; from 1 to 5");
  raw.id = " ";
  EXPECT_EQ(why(raw), "a.jsonl:7: the ticket has no `id`; each needs one of its own");
  raw.id = "1";
  raw.created.reset();
  EXPECT_THAT(why(raw), HasSubstr("the ticket has no `created`"));
}

TEST_F(IntakeTest, WithoutAnAnswerATicketIsKeptAllTheSame) {
  RawTicket raw = ticket();
  raw.status = "open";
  raw.source = "a/b";
  say(raw, Author::customer, "My hub is off");
  const auto taken = take(raw);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->ticket.answer, "");
  EXPECT_EQ(taken->ticket.status, TicketStatus::open);
  EXPECT_EQ(taken->ticket.source, "a-b");
}

}  // namespace
