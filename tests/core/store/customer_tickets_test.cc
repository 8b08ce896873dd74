#include "core/store/customer_tickets.h"

#include <gmock/gmock.h>

#include "core/store/ticket_table.h"
#include "tests/core/store/small_ticket.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CustomerTickets : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    std::vector<Ticket> tickets = {small_ticket(1), small_ticket(2), small_ticket(3)};
    tickets[0].customer.hash = "ana";
    tickets[1].customer.hash = "ion";
    tickets[2].customer.hash = "";
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_tickets(sql, tickets); }));
  }
  std::vector<std::string> of(const std::string& customer) {
    std::vector<std::string> ids;
    const auto read = store().read([&](Sql& sql) {
      return each_ticket_of(sql, customer, [&](const Ticket& ticket) -> Result<void> {
        ids.push_back(ticket.id);
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return ids;
  }
  std::int64_t forget(const std::string& customer) {
    return store().write([&](Sql& sql) { return forget_ticket_customer(sql, customer); }).value();
  }
};
KB_ON_BOTH_DATABASES(CustomerTickets);

TEST_P(CustomerTickets, AreThoseOfOneCustomer) {
  EXPECT_THAT(of("ana"), ElementsAre("1"));
  EXPECT_THAT(of("nobody"), IsEmpty());
  EXPECT_THAT(of(""), IsEmpty());
}

TEST_P(CustomerTickets, StayWhenTheCustomerIsForgotten) {
  EXPECT_EQ(forget(""), 0);
  EXPECT_EQ(forget("ana"), 1);
  EXPECT_THAT(of("ana"), IsEmpty());
  EXPECT_THAT(of("ion"), ElementsAre("2"));
  EXPECT_EQ(store().read([](Sql& sql) { return count_tickets(sql); }).value(), 3);
}

}  // namespace
}  // namespace kb::store
