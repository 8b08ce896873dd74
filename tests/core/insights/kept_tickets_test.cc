#include "core/insights/kept_tickets.h"

#include <gmock/gmock.h>

#include <thread>

#include "core/store/ticket_table.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;

class KeptTicketsOf : public store::StoreTest {
 protected:
  void put(const std::string& id, const std::string& team) {
    Ticket ticket;
    ticket.source = "desk";
    ticket.id = id;
    ticket.team = team;
    KB_ASSERT_DONE(
        store().write([&](Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); }));
  }
  std::string teams() {
    std::string teams;
    const auto done = kept_.read(store(), [&](const FigureTickets& tickets) {
      for (const auto* row : tickets.rows()) teams += tickets.name(row->team) + " ";
    });
    EXPECT_TRUE(done) << to_line(done.error());
    return teams;
  }

 private:
  KeptTickets kept_;
};
KB_ON_BOTH_DATABASES(KeptTicketsOf);

TEST_P(KeptTicketsOf, AChangeShowsAtOnce) {
  EXPECT_EQ(teams(), "");
  put("1", "orders");
  put("2", "billing");
  EXPECT_EQ(teams(), "orders billing ");
  put("1", "accounts");
  EXPECT_EQ(teams(), "accounts billing ");
}

TEST_P(KeptTicketsOf, ManyReadWhileTicketsArrive) {
  std::vector<std::jthread> readers;
  for (int i = 0; i < 3; ++i)
    readers.emplace_back([&] {
      for (int look = 0; look < 10; ++look) teams();
    });
  for (int i = 0; i < 10; ++i) put(std::to_string(i), "t");
  readers.clear();
  EXPECT_EQ(teams(), "t t t t t t t t t t ");
}

}  // namespace
}  // namespace kb::insights
