#include "core/index/ticket_entry.h"

#include <gtest/gtest.h>

namespace kb::index {
namespace {

Ticket entry_ticket(std::string subject, std::string question, std::string answer) {
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = "17";
  ticket.lang = "en";
  ticket.subject = std::move(subject);
  ticket.question = std::move(question);
  ticket.answer = std::move(answer);
  return ticket;
}

TEST(TicketEntry, HasTheLeadersQuestionAndTheBestAnswer) {
  const auto leader = entry_ticket("Card", "Where is my card?", "It is on its way.");
  auto best = entry_ticket("My card", "Where's the card?", "It takes five days.");
  best.id = "20";
  best.solved = Time(std::chrono::seconds(99));
  const auto entry = ticket_entry(leader, best);
  EXPECT_EQ(entry.id, "desk/17");
  EXPECT_EQ(entry.kind, Kind::ticket);
  EXPECT_EQ(entry.facts.audience, Audience::agents);
  EXPECT_EQ(entry.facts.title, "Card");
  EXPECT_EQ(entry.facts.updated, best.solved);
  ASSERT_EQ(entry.body.sections.size(), 2U);
  EXPECT_EQ(entry.body.sections[0].text, "Where is my card?");
  EXPECT_EQ(entry.body.sections[1].text, "It takes five days.");
  EXPECT_EQ(entry.body.sections[1].anchor, kAnswerAnchor);
}

TEST(TicketEntry, ShowsTheSubjectElseTheFirstWords) {
  EXPECT_EQ(shown_title(entry_ticket("Card", "Where is it?", "")), "Card");
  EXPECT_EQ(shown_title(entry_ticket("", "Where is\nit?", "")), "Where is it?");
  std::string question;
  while (question.size() < 300) question += "offline ";
  const auto title = shown_title(entry_ticket("", question, ""));
  EXPECT_LT(title.size(), 100U);
  EXPECT_TRUE(title.ends_with("offline…")) << title;
  EXPECT_EQ(shown_title(entry_ticket("", "", "")), "");
}

TEST(TicketEntry, ItsHashChangesWithAnyText) {
  const auto hash = texts_hash(entry_ticket("a", "b", "c"));
  EXPECT_EQ(hash, texts_hash(entry_ticket("a", "b", "c")));
  EXPECT_NE(hash, texts_hash(entry_ticket("", "ab", "c")));
  EXPECT_NE(hash, texts_hash(entry_ticket("a", "bc", "")));
  EXPECT_NE(hash, texts_hash(entry_ticket("a", "b", "d")));
}

}  // namespace
}  // namespace kb::index
