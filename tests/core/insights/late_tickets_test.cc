#include "core/insights/late_tickets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/store/event_table.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::RollupDay;
using store::Sql;
using testing::ElementsAre;
using testing::IsEmpty;

class LateTickets : public store::StoreTest {
 protected:
  std::set<std::int64_t> changed(const std::vector<RollupDay>& days) {
    return store().read([&](Sql& sql) { return changed_by_late_tickets(sql, days); }).value();
  }
};
KB_ON_BOTH_DATABASES(LateTickets);

TEST_P(LateTickets, ChangeTheDayOfTheirFormOrCustomer) {
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return store::put_batch(sql, {"b1", happened(R"(
      10:00:00 v1 contact_opened form=f1
      +1 10:00:00 v2 contact_solved form=f2 customer=ana
      +2 10:00:00 v3 contact_opened
      +2 10:00:00 v3 contact_solved
      +3 10:00:00 v4 ticket_submitted form=f1
      +3 10:00:00 v4 ticket_submitted
      +9 10:00:00 v5 ticket_submitted form=f1 customer=ana)")});
  }));
  EXPECT_THAT(changed({}), IsEmpty());
  EXPECT_THAT(changed({{kMonday, 3}, {kMonday + 1, 3}, {kMonday + 2, 3}}), ElementsAre(kMonday));
  EXPECT_THAT(changed({{kMonday, 5}}), IsEmpty());      // its sums know the ticket of the third day
  EXPECT_THAT(changed({{kMonday + 1, 0}}), IsEmpty());  // the eighth day after is too late
}

}  // namespace
}  // namespace kb::insights
