#include "core/insights/retention.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kMarch = period("2026-03-01", "2026-03-31");
const Time kLater = at("2026-05-01");

Ticket& wrote(Scenario& s, std::string_view created, std::string_view customer) {
  Ticket& ticket = s.add(created);
  ticket.customer.hash = customer;
  return ticket;
}

void link(Ticket& ticket) {
  ticket.links = {{"en", "refund", ""}};
}

TEST(Retention, OfNothingIsNothing) {
  EXPECT_EQ(retention_of({}, kMarch, kLater), Retention());
  Scenario s;
  wrote(s, "2026-02-01", "ana");  // nobody knows of her contract
  s.add("2026-02-01").customer.renews = at("2026-03-10");
  EXPECT_EQ(retention_of(s.rows(), kMarch, kLater), Retention());
}

// Sent an article: ana renewed, ion left. Others: eva renewed, leo was sent one only after he
// renewed, mia left. So 1 of 2 renewed beside 2 of 3.
TEST(Retention, SetsCustomersSideBySide) {
  Scenario s;
  link(wrote(s, "2026-01-10", "ana"));
  wrote(s, "2026-02-10", "ana").customer.renews = at("2026-03-10");
  Ticket& ion = wrote(s, "2026-02-10", "ion");
  link(ion);
  ion.customer.renews = at("2026-03-10");
  ion.customer.churned = at("2026-03-05");
  wrote(s, "2026-02-10", "eva").customer.renews = at("2026-03-31T23:59:59Z");
  wrote(s, "2026-02-10", "leo").customer.renews = at("2026-03-10");
  link(wrote(s, "2026-03-10T00:00:01Z", "leo"));
  wrote(s, "2026-02-10", "mia").customer.churned = at("2026-03-01");
  EXPECT_EQ(retention_of(s.rows(), kMarch, kLater),
            (Retention{{{1, 2}, {1, 2}}, {{2, 3}, {1, 3}}}));
}

TEST(Retention, CountsNobodyTwiceAndNobodyBeforeTime) {
  Scenario s;
  wrote(s, "2026-02-10", "ana").customer.renews = at("2026-03-02");
  wrote(s, "2026-02-11", "ana").customer.renews = at("2026-03-20");
  wrote(s, "2026-02-10", "ion").customer.renews = at("2026-04-01");  // not in March
  Ticket& eva = wrote(s, "2026-02-10", "eva");                       // left long ago
  eva.customer.churned = at("2026-01-01");
  eva.customer.renews = at("2026-03-02");
  EXPECT_EQ(retention_of(s.rows(), kMarch, kLater), (Retention{{}, {{1, 1}, {0, 1}}}));
  EXPECT_EQ(retention_of(s.rows(), kMarch, at("2026-03-02")), Retention()) << "it is to come yet";
  EXPECT_EQ(retention_of(s.rows(), kMarch, at("2026-02-01")), Retention());
}

// Tickets come in any order; the newest that says anything of leaving is right.
TEST(Retention, BelievesTheNewestTicket) {
  Scenario s;
  wrote(s, "2026-04-10", "ana").customer.churned = at("2026-04-09");
  wrote(s, "2026-02-10", "ana").customer.churned = at("2026-03-09");
  EXPECT_EQ(retention_of(s.rows(), kMarch, kLater), Retention());
  EXPECT_EQ(retention_of(s.rows(), period("2026-04-01", "2026-04-30"), kLater).others.churned,
            (Share{1, 1}));
}

}  // namespace
}  // namespace kb::insights
