#include "core/insights/figure_ticket.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

Ticket full_ticket() {
  Ticket ticket;
  ticket.lang = "pl";
  ticket.team = "orders";
  ticket.topic = "returns";
  ticket.created = at("2026-03-02");
  ticket.solved = at("2026-03-03");
  ticket.customer = {"hash", "pro", at("2026-06-01"), std::nullopt};
  ticket.satisfaction = 5;
  ticket.links = {{"pl", "billing/refund", "how-long"}, {"pl", "billing/refund", "who"}};
  return ticket;
}

TEST(FigureTickets, KeepWhatFiguresNeed) {
  FigureTickets tickets;
  tickets.add(full_ticket(), {{{"en", "billing/refund", ""}}, true});
  const FigureTicket& row = *tickets.rows().at(0);
  EXPECT_TRUE(row.is_closed);
  EXPECT_EQ(row.solved, at("2026-03-03"));
  EXPECT_EQ(row.satisfaction, 5);
  EXPECT_TRUE(row.made_an_article);
  EXPECT_EQ(tickets.name(name_in(row, Dimension::team)), "orders");
  EXPECT_EQ(tickets.name(name_in(row, Dimension::topic)), "returns");
  EXPECT_EQ(tickets.name(name_in(row, Dimension::lang)), "pl");
  EXPECT_EQ(tickets.name(name_in(row, Dimension::plan)), "pro");
  // Two sections of one article are one; another language's text is another.
  ASSERT_EQ(row.articles.size(), 2U);
}

// A ticket that was opened again still has the time at which it was solved before.
TEST(FigureTickets, ALinkIsThereOnce) {
  Ticket ticket;
  ticket.links = {{"pl", "refund", "how"}};
  FigureTickets tickets;
  const auto place = tickets.add(ticket);
  tickets.add_link(place, {"pl", "refund", ""});
  tickets.add_link(place, {"en", "refund", ""});
  EXPECT_EQ(tickets.rows()[0]->articles.size(), 2U);
}

TEST(FigureTickets, AreNotSolvedWhereTheirStatusSaysSo) {
  Ticket ticket = full_ticket();
  ticket.status = TicketStatus::open;
  FigureTickets tickets;
  tickets.add(ticket);
  EXPECT_FALSE(tickets.rows().at(0)->is_closed);
  EXPECT_EQ(tickets.rows().at(0)->solved, std::nullopt);
}

TEST(FigureTickets, KnowNoRatingOutsideTheScale) {
  FigureTickets tickets;
  for (const int rating : {0, 1, 5, 6}) {
    Ticket ticket = full_ticket();
    ticket.satisfaction = rating;
    tickets.add(ticket);
  }
  const auto rows = tickets.rows();
  EXPECT_EQ(rows[0]->satisfaction, std::nullopt);
  EXPECT_EQ(rows[1]->satisfaction, 1);
  EXPECT_EQ(rows[2]->satisfaction, 5);
  EXPECT_EQ(rows[3]->satisfaction, std::nullopt);
}

}  // namespace
}  // namespace kb::insights
