#include "core/store/ticket_row.h"

#include <gtest/gtest.h>

#include "tests/core/store/small_ticket.h"

namespace kb::store {
namespace {

Row row_of(const Ticket& ticket) {
  const auto values = ticket_values(ticket);
  return Row(std::vector<Value>(values.begin(), values.end()));
}

TEST(TicketRow, HoldsAllOfATicket) {
  for (const Ticket& ticket : {small_ticket(7), bare_ticket("1")})
    EXPECT_EQ(ticket_of(row_of(ticket)).value(), ticket);
}

TEST(TicketRow, ItsFingerprintMindsEveryField) {
  const auto print = [](const Ticket& ticket) { return fingerprint(ticket_values(ticket)); };
  const Ticket ticket = small_ticket(7);
  EXPECT_EQ(print(ticket), print(small_ticket(7)));
  std::vector<Ticket> others(9, ticket);
  others[0].answer += " ";
  others[1].tags.pop_back();
  others[2].satisfaction.reset();
  others[3].solved.reset();
  others[4].links.clear();
  others[5].redacted["phone"] = 2;
  others[6].waited.other_team.reset();
  others[7].type = TicketType::question;
  std::swap(others[8].channel, others[8].team);
  for (std::size_t i = 0; i < others.size(); ++i) EXPECT_NE(print(others[i]), print(ticket)) << i;
}

// "ab" + "c" and "a" + "bc" have the same bytes.
TEST(TicketRow, ItsFingerprintTellsWhereAFieldEnds) {
  Ticket one = bare_ticket("1");
  Ticket other = one;
  one.channel = "ab", one.team = "c";
  other.channel = "a", other.team = "bc";
  EXPECT_NE(fingerprint(ticket_values(one)), fingerprint(ticket_values(other)));
}

TEST(TicketRow, ThatIsUnreadableNamesTheTicket) {
  auto values = ticket_values(small_ticket(7));
  std::vector<Value> wrong(values.begin(), values.end());
  wrong[9] = Value("[not json");
  const auto ticket = ticket_of(Row(wrong));
  ASSERT_FALSE(ticket);
  EXPECT_EQ(ticket.error().where, "ticket zendesk/7");
  wrong[3] = Value("refund");
  EXPECT_FALSE(ticket_of(Row(wrong)));
}

}  // namespace
}  // namespace kb::store
