#include "core/insights/kept_visits.h"

#include <gmock/gmock.h>

#include "core/store/contact_tickets.h"
#include "core/store/event_table.h"
#include "core/store/ticket_table.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/insights/visit_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;

// Of the week that begins with kMonday.
VisitWish this_week() {
  auto wish = week_wish();
  wish.period = {Time{std::chrono::days{kMonday}}, Time{std::chrono::days{kMonday + 7}}};
  wish.shown_from = 1;
  return wish;
}

class KeptVisitsOf : public store::StoreTest {
 protected:
  std::shared_ptr<const VisitSums> read(const VisitWish& wish = this_week()) {
    auto sums = kept_.read(store(), wish);
    EXPECT_TRUE(sums) << to_line(sums.error());
    return sums.value_or(nullptr);
  }
  template <class Work>
  void write(const Work& work) {
    const auto done = store().write(work);
    ASSERT_TRUE(done.has_value()) << to_line(done.error());
  }
  void put(const std::string& id, const std::string& events) {
    write([&](Sql& sql) { return store::put_batch(sql, {id, happened(events)}); });
  }
  // What a look without memory gives.
  void expect_right() {
    const auto sums =
        store().read([](Sql& sql) { return read_visit_sums(sql, this_week()); }).value();
    const auto kept = read();
    EXPECT_EQ(kept->all.now, sums.all.now);
    EXPECT_EQ(kept->queries, sums.queries);
    EXPECT_EQ(kept->customers->now, sums.customers->now);
    EXPECT_EQ(kept->linked->now.of, sums.linked->now.of);
  }

 private:
  KeptVisits kept_;
};
KB_ON_BOTH_DATABASES(KeptVisitsOf);

TEST_P(KeptVisitsOf, AreTheSameUntilSomethingHappens) {
  put("one", "10:00:00 v1 searched text=parcel outcome=results value=3");
  const auto first = read();
  EXPECT_EQ(read(), first) << "summed on the spot, and kept all the same";
  ASSERT_TRUE(refresh_rollups(store(), kMonday));
  const auto summed = read();
  EXPECT_EQ(read(), summed);

  put("two", "10:00:00 v2 searched text=parcel outcome=results value=3");
  EXPECT_NE(read(), summed);
  EXPECT_EQ(read()->queries.searched.at(0).searches, 2);
  expect_right();
}

TEST_P(KeptVisitsOf, EachWishHasItsOwn) {
  put("one", "10:00:00 v1 searched text=parcel outcome=none");
  auto wish = this_week();
  wish.shown_from = 2;
  EXPECT_EQ(read()->queries.searched.size(), 1u);
  EXPECT_EQ(read(wish)->queries.searched.size(), 0u);
  EXPECT_EQ(read(wish)->queries.hidden, 1);
  wish.lang = "pl";
  EXPECT_EQ(read(wish)->queries.hidden, 0);
  EXPECT_EQ(read()->queries.searched.size(), 1u);
}

TEST_P(KeptVisitsOf, TicketsAndTheirCustomersCount) {
  const auto none = read();
  EXPECT_EQ(none->customers->now, 0);
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = "1";
  ticket.lang = "en";
  ticket.created = ticket.solved.emplace(std::chrono::days{kMonday});
  ticket.customer.hash = "ana";
  write([&](Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); });
  EXPECT_EQ(read()->customers->now, 1);
  EXPECT_EQ(read()->linked->now.of, 1);

  write([&](Sql& sql) {
    return store::put_contact_ticket(sql, {.token_hash = "t",
                                           .send_key = "s",
                                           .form = "f",
                                           .lang = "en",
                                           .customer = "mihai",
                                           .created = Time{std::chrono::days{kMonday}}});
  });
  EXPECT_EQ(read()->customers->now, 2);
  write([&](Sql& sql) { return store::erase_contact_texts_of(sql, "mihai", Time{}); });
  EXPECT_EQ(read()->customers->now, 1) << "forgotten";
  expect_right();
}

TEST_P(KeptVisitsOf, OnlySoManyAreKept) {
  const auto first = read();
  for (int i = 0; i < static_cast<int>(KeptVisits::kMostKept); ++i) {
    auto wish = this_week();
    wish.shown_from = 2 + i;
    read(wish);
  }
  EXPECT_NE(read(), first);
}

}  // namespace
}  // namespace kb::insights
