#include "core/insights/period_tickets.h"

#include <gtest/gtest.h>

#include "core/store/agent_links.h"
#include "core/store/contact_tickets.h"
#include "core/store/reviews.h"
#include "core/store/ticket_table.h"
#include "tests/core/insights/scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {

using insights::at;

class PeriodTickets : public StoreTest {
 protected:
  static Ticket ticket(std::string_view id, std::string_view customer, std::string_view created) {
    Ticket ticket;
    ticket.source = "desk";
    ticket.id = id;
    ticket.lang = "pl";
    ticket.customer.hash = customer;
    ticket.created = at(created);
    ticket.solved = at("2026-03-05");
    return ticket;
  }
  static ContactTicket sent(std::string_view key, std::string_view customer,
                            std::string_view created) {
    ContactTicket ticket;
    ticket.token_hash = ticket.send_key = key;
    ticket.lang = "en";
    ticket.customer = customer;
    ticket.created = at(created);
    return ticket;
  }
  void put(std::vector<Ticket> tickets) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_tickets(sql, tickets); }));
  }
  std::int64_t customers(const std::string& lang) {
    return store()
        .read([&](Sql& sql) {
          return insights::count_customers(sql, insights::period("2026-03-02", "2026-03-08"), lang);
        })
        .value();
  }
  insights::Share linked(const std::string& lang) {
    return store()
        .read([&](Sql& sql) {
          return insights::share_linked(sql, insights::period("2026-03-02", "2026-03-08"), lang);
        })
        .value();
  }
};
KB_ON_BOTH_DATABASES(PeriodTickets);

// A ticket of the form comes back from the helpdesk as another of the same customer.
TEST_P(PeriodTickets, CountEachCustomerOnce) {
  EXPECT_EQ(customers(""), 0);
  auto spam = ticket("9", "spammer", "2026-03-03");
  spam.type = TicketType::spam;
  put({ticket("1", "ana", "2026-03-02"), ticket("2", "ana", "2026-03-08T23:59:59Z"),
       ticket("3", "", "2026-03-03"), ticket("4", "too late", "2026-03-09"),
       ticket("5", "too early", "2026-03-01T23:59:59Z"), spam});
  for (const auto& each : {sent("a", "ana", "2026-03-02"), sent("b", "mihai", "2026-03-03"),
                           sent("c", "", "2026-03-03")})
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_contact_ticket(sql, each); }));
  EXPECT_EQ(customers(""), 2);
  EXPECT_EQ(customers("pl"), 1);
  EXPECT_EQ(customers("en"), 2);
  EXPECT_EQ(customers("de"), 0);
}

TEST_P(PeriodTickets, CountThoseAnsweredWithAnArticle) {
  EXPECT_EQ(linked(""), insights::Share());
  auto replied = ticket("1", "ana", "2026-02-02");
  replied.links = {{"pl", "billing/refund", ""}};
  auto open = ticket("5", "ana", "2026-03-03");
  open.solved.reset();
  auto misrouted = ticket("6", "ana", "2026-03-03");
  misrouted.type = TicketType::misrouted;
  put({replied, ticket("2", "", "2026-03-03"), ticket("3", "", "2026-03-03"),
       ticket("4", "", "2026-03-03"), open, misrouted});
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return add_agent_link(sql, {"desk", "2", "pl", "billing/refund", "", "ana", at("2026-03-05")});
  }));
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    Review review;
    review.source = "desk";
    review.ticket = "3";
    review.state = ReviewState::approved;
    return put_review(sql, review);
  }));
  EXPECT_EQ(linked(""), (insights::Share{3, 4}));
  EXPECT_EQ(linked("en"), insights::Share());
}

}  // namespace kb::store
