#include "core/store/ticket_table.h"

#include <gmock/gmock.h>

#include "tests/core/store/small_ticket.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TicketTable : public StoreTest {
 protected:
  PutCount put(const std::vector<Ticket>& tickets) {
    const auto count = store().write([&](Sql& sql) { return put_tickets(sql, tickets); });
    EXPECT_TRUE(count) << to_line(count.error());
    return count ? *count : PutCount{};
  }
  std::vector<std::string> ids(const TicketSelection& selection) {
    std::vector<std::string> found;
    const auto done = store().read([&](Sql& sql) {
      return each_ticket(sql, selection,
                         [&](const Ticket& ticket, std::int64_t change) -> Result<void> {
                           found.push_back(to_key(ticket) + "@" + std::to_string(change));
                           return {};
                         });
    });
    EXPECT_TRUE(done) << to_line(done.error());
    return found;
  }
  std::int64_t latest() {
    return store().read([](Sql& sql) { return latest_change(sql); }).value();
  }
};
KB_ON_BOTH_DATABASES(TicketTable);

TEST_P(TicketTable, KeepsAllOfATicket) {
  const Ticket ticket = small_ticket(7);
  put({ticket, bare_ticket("1")});
  EXPECT_EQ(store().read([](Sql& sql) { return find_ticket(sql, "zendesk", "7"); }).value(),
            ticket);
  EXPECT_EQ(store().read([](Sql& sql) { return find_ticket(sql, "mail", "1"); }).value(),
            bare_ticket("1"));
  EXPECT_EQ(store().read([](Sql& sql) { return find_ticket(sql, "mail", "7"); }).value(),
            std::nullopt);
}

TEST_P(TicketTable, CountsChangesByCall) {
  EXPECT_EQ(latest(), 0);
  EXPECT_EQ(put({small_ticket(1), small_ticket(2)}), (PutCount{.added = 2}));
  EXPECT_EQ(latest(), 1);
  EXPECT_EQ(put({small_ticket(1), small_ticket(2)}), (PutCount{.same = 2}));
  EXPECT_EQ(latest(), 1);  // nothing changed: nobody needs to look
  Ticket second = small_ticket(2);
  second.answer = "Inaczej.";
  EXPECT_EQ(put({small_ticket(1), second, small_ticket(3)}),
            (PutCount{.added = 1, .changed = 1, .same = 1}));
  EXPECT_THAT(ids({}), ElementsAre("zendesk/1@1", "zendesk/2@2", "zendesk/3@2"));
  EXPECT_THAT(ids({.since_change = 1}), ElementsAre("zendesk/2@2", "zendesk/3@2"));
  EXPECT_THAT(ids({.since_change = 2}), IsEmpty());
}

TEST_P(TicketTable, AnUndoneCallTakesNoNumber) {
  put({small_ticket(1)});
  EXPECT_FALSE(store().write([](Sql& sql) -> Result<int> {
    const std::vector tickets = {small_ticket(2)};
    EXPECT_TRUE(put_tickets(sql, tickets));
    return fail("the file ended early");
  }));
  EXPECT_EQ(latest(), 1);
  EXPECT_EQ(ids({}).size(), 1U);
}

TEST_P(TicketTable, TheLastOfOneIdInACallStays) {
  Ticket later = small_ticket(1);
  later.answer = "Jednak tak.";
  EXPECT_EQ(put({small_ticket(1), later}), (PutCount{.added = 1}));
  EXPECT_EQ(store().read([](Sql& sql) { return find_ticket(sql, "zendesk", "1"); }).value(), later);
  EXPECT_EQ(put({small_ticket(1), later}), (PutCount{.same = 1}));
}

TEST_P(TicketTable, IsInTheOrderOfSourceAndIdWhateverCameFirst) {
  put({small_ticket(2)});
  put({small_ticket(10), bare_ticket("9")});
  put({small_ticket(1)});
  EXPECT_THAT(ids({}), ElementsAre("mail/9@2", "zendesk/1@3", "zendesk/10@2", "zendesk/2@1"));
  EXPECT_THAT(ids({.since_change = 1}), ElementsAre("mail/9@2", "zendesk/10@2", "zendesk/1@3"));
}

TEST_P(TicketTable, SelectsByWhatIsAsked) {
  Ticket romanian = small_ticket(3);
  romanian.lang = "ro";
  put({small_ticket(1), small_ticket(2), romanian, bare_ticket("9")});
  EXPECT_THAT(ids({.lang = "ro"}), ElementsAre("zendesk/3@1"));
  EXPECT_THAT(ids({.source = "mail"}), ElementsAre("mail/9@1"));
  EXPECT_THAT(ids({.from = small_ticket(2).created, .until = small_ticket(3).created}),
              ElementsAre("zendesk/2@1"));
  EXPECT_THAT(ids({.lang = "it"}), IsEmpty());
  const auto polish = store().read([](Sql& sql) { return count_tickets(sql, {.lang = "pl"}); });
  EXPECT_EQ(polish.value(), 2);
}

TEST_P(TicketTable, TheKeyForCustomersIsMadeOnce) {
  const auto key = store().write([](Sql& sql) { return ticket_key(sql); }).value();
  EXPECT_EQ(key.size(), 64U);
  EXPECT_EQ(store().read([](Sql& sql) { return ticket_key(sql); }).value(), key);
}

}  // namespace
}  // namespace kb::store
