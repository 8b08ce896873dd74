#include "core/insights/sent_tickets.h"

#include <gtest/gtest.h>

#include "core/store/event_table.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;

TEST(SentTickets, KnowFormsAndWhoWroteAfter) {
  using namespace std::chrono_literals;
  const Time noon{1'780'000'000s};
  SentTickets sent;
  sent.add({noon + 9s, "ana", "f1"});
  sent.add({noon, "", "f1"});
  sent.add({noon, "", ""});
  EXPECT_EQ(sent.sent("f1"), noon);
  EXPECT_FALSE(sent.has_form(""));
  EXPECT_EQ(sent.sent("f2"), std::nullopt);
  EXPECT_TRUE(sent.wrote_after("ana", noon));
  EXPECT_TRUE(sent.wrote_after("ana", noon + 9s - kWroteAfter));
  EXPECT_FALSE(sent.wrote_after("ana", noon + 8s - kWroteAfter));
  EXPECT_FALSE(sent.wrote_after("ana", noon + 10s));
  EXPECT_FALSE(sent.wrote_after("", noon));
}

class SentTicketsOf : public store::StoreTest {};
KB_ON_BOTH_DATABASES(SentTicketsOf);

TEST_P(SentTicketsOf, TheDaysAskedForAreRead) {
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return store::put_batch(sql, {"b1", happened(R"(
      10:00:00 v1 ticket_submitted form=f0
      +1 10:00:00 v1 ticket_submitted form=f1
      +2 10:00:00 v1 contact_opened form=f2
      +3 10:00:00 v1 ticket_submitted form=f3 customer=ana
      +4 10:00:00 v1 ticket_submitted form=f4)")});
  }));
  const auto sent = store().read([](Sql& sql) {
    return read_sent_tickets(sql, {kMonday + 1, kMonday + 3});
  });
  KB_ASSERT_DONE(sent);
  std::string forms;
  for (const auto* form : {"f0", "f1", "f2", "f3", "f4"})
    if (sent->has_form(form)) forms += form;
  EXPECT_EQ(forms, "f1f3");
}

}  // namespace
}  // namespace kb::insights
