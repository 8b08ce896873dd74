#include "core/insights/first_contact.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kWeek = period("2026-03-02", "2026-03-08");
const Time kLater = at("2026-04-01");

FirstContact figures(Scenario& s, Time now = kLater) {
  const auto rows = s.rows();
  return first_contact_of(rows, CustomerHistory(rows), kWeek, now);
}

Ticket& solved_for(Scenario& s, std::string_view customer, std::string_view created,
                   std::string_view solved) {
  Ticket& ticket = s.add_solved(created, solved);
  ticket.customer.hash = customer;
  return ticket;
}

TEST(FirstContact, OfNothingIsNothing) {
  Scenario s;
  EXPECT_EQ(figures(s), FirstContact());
}

TEST(FirstContact, IsOneAnswer) {
  Scenario s;
  solved_for(s, "ana", "2026-03-02", "2026-03-03");
  solved_for(s, "ion", "2026-03-02", "2026-03-03").replies = 2;
  s.add_solved("2026-03-02", "2026-03-03");              // customer unknown
  s.add_solved("2026-03-02", "2026-03-03").replies = 0;  // solved without any answer
  s.add_solved("2026-03-02", "2026-03-03").type = TicketType::merged;
  solved_for(s, "eva", "2026-03-02", "2026-03-10");  // another week's
  EXPECT_EQ(figures(s), (FirstContact{{2, 3}, 0, 1}));
}

TEST(FirstContact, EndsWhereTheCustomerComesBackWithinAWeek) {
  Scenario s;
  solved_for(s, "ana", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
  s.add("2026-03-10T09:00:00Z").customer.hash = "ana";  // 7 days to the second
  solved_for(s, "ion", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
  s.add("2026-03-10T09:00:01Z").customer.hash = "ion";  // a second more
  solved_for(s, "eva", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
  s.add("2026-03-02T10:00:00Z").customer.hash = "eva";  // while the first was open
  solved_for(s, "leo", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
  Ticket& spam = s.add("2026-03-04");
  spam.customer.hash = "leo";
  spam.type = TicketType::spam;
  EXPECT_EQ(figures(s), (FirstContact{{2, 4}, 0, 0}));  // ion and leo
}

// Two tickets of the same second: neither comes after the other.
TEST(FirstContact, NeedsALaterTicketToEnd) {
  Scenario s;
  solved_for(s, "ana", "2026-03-02", "2026-03-03");
  solved_for(s, "ana", "2026-03-02", "2026-03-03");
  EXPECT_EQ(figures(s), (FirstContact{{2, 2}, 0, 0}));
}

TEST(FirstContact, IsPendingForAWeek) {
  Scenario s;
  solved_for(s, "ana", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
  solved_for(s, "ion", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z").replies = 5;
  EXPECT_EQ(figures(s, at("2026-03-10T09:00:00Z")), (FirstContact{{0, 0}, 2, 0}));
  EXPECT_EQ(figures(s, at("2026-03-10T09:00:01Z")), (FirstContact{{1, 2}, 0, 0}));
}

}  // namespace
}  // namespace kb::insights
