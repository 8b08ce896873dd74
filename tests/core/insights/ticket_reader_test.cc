#include "core/insights/ticket_reader.h"

#include <gtest/gtest.h>

#include "core/store/agent_links.h"
#include "core/store/reviews.h"
#include "core/store/ticket_table.h"
#include "tests/core/insights/scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {

class TicketReader : public StoreTest {};
KB_ON_BOTH_DATABASES(TicketReader);

Ticket solved(std::string_view id) {
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = id;
  ticket.lang = "pl";
  ticket.created = insights::at("2026-03-02");
  ticket.solved = insights::at("2026-03-03");
  ticket.replies = 1;
  ticket.team = "orders";
  return ticket;
}

TEST_P(TicketReader, BringsTogetherWhatIsKnownOfEachTicket) {
  const auto none = store().read([](Sql& sql) { return insights::read_figure_tickets(sql); });
  ASSERT_TRUE(none) << to_line(none.error());
  EXPECT_TRUE(none->rows().empty());

  const Ticket tickets[] = {solved("1"), solved("2"), solved("3"), solved("4")};
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_tickets(sql, tickets); }));
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return add_agent_link(
        sql, {"desk", "2", "pl", "billing/refund", "", "ana", insights::at("2026-03-03")});
  }));
  for (const auto& [ticket, state] :
       {std::pair("3", ReviewState::merged), std::pair("4", ReviewState::rejected)}) {
    Review review;
    review.source = "desk";
    review.ticket = ticket;
    review.state = state;
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_review(sql, review); }));
  }

  const auto read = store().read([](Sql& sql) { return insights::read_figure_tickets(sql); });
  ASSERT_TRUE(read) << to_line(read.error());
  const auto rows = read->rows();
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(read->name(rows[0]->team), "orders");
  EXPECT_TRUE(rows[0]->articles.empty());
  ASSERT_EQ(rows[1]->articles.size(), 1U);
  EXPECT_EQ(read->name(rows[1]->articles[0]), "pl/billing/refund");
  EXPECT_FALSE(rows[1]->made_an_article);
  EXPECT_TRUE(rows[2]->made_an_article);
  EXPECT_FALSE(rows[3]->made_an_article) << "rejected";
}

TEST_P(TicketReader, ReadsAgainOnlyWhatChanged) {
  insights::TicketReader reader;
  const auto refresh = [&] {
    const auto done = store().read([&](Sql& sql) { return reader.refresh(sql); });
    EXPECT_TRUE(done.has_value()) << to_line(done.error());
  };
  const auto put = [&](const Ticket& ticket) {
    KB_ASSERT_DONE(
        store().write([&](Sql& sql) { return put_tickets(sql, std::span(&ticket, 1)); }));
  };
  const auto publish = [&](ReviewState state) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return put_review(sql, {.source = "desk", .ticket = "1", .state = state});
    }));
  };
  put(solved("1"));
  put(solved("2"));
  refresh();
  const auto* first = reader.tickets().rows().at(0);

  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return add_agent_link(
        sql, {"desk", "1", "pl", "billing/refund", "", "ana", insights::at("2026-03-03")});
  }));
  publish(ReviewState::approved);
  refresh();
  EXPECT_EQ(reader.tickets().rows().at(0), first) << "the same row, brought up to date";
  EXPECT_EQ(first->articles.size(), 1U);
  EXPECT_TRUE(first->made_an_article);

  auto changed = solved("1");
  changed.team = "billing";
  put(changed);
  publish(ReviewState::rejected);
  refresh();
  ASSERT_EQ(reader.tickets().size(), 2U);
  EXPECT_EQ(reader.tickets().name(first->team), "billing");
  EXPECT_EQ(first->articles.size(), 1U) << "an agent's link outlives a new import";
  EXPECT_FALSE(first->made_an_article);
}

}  // namespace kb::store
