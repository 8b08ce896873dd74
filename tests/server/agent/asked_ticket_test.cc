#include "server/agent/asked_ticket.h"

#include "tests/server/agent/agent_fixture.h"
#include "tests/server/agent/contact_fixture.h"

namespace kb {
namespace {

class AskedTicket : public AgentFixture {};

TEST_F(AskedTicket, IsWhatTheStoreHas) {
  EXPECT_EQ((*asked_ticket(store(), TicketReference{"zendesk", "4"}))->lang, "en");
  EXPECT_FALSE(*asked_ticket(store(), TicketReference{"zendesk", "99"}));
  EXPECT_FALSE(*asked_ticket(store(), std::nullopt));
}

struct Case {
  const char* source;
  const char* id;
  std::optional<std::int64_t> number;
};
class ContactNumbers : public testing::TestWithParam<Case> {};

TEST_P(ContactNumbers, AreOfTheContactFormAlone) {
  EXPECT_EQ(contact_number({GetParam().source, GetParam().id}), GetParam().number);
}

INSTANTIATE_TEST_SUITE_P(Cases, ContactNumbers,
                         testing::Values(Case{"contact", "1042", 1042}, Case{"contact", "", {}},
                                         Case{"contact", "10x", {}}, Case{"contact", "x10", {}},
                                         Case{"contact", "99999999999999999999", {}},
                                         Case{"zendesk", "1042", {}}, Case{"", "1042", {}}));

TEST_F(AskedTicket, OfTheContactFormIsLikeImportedOnes) {
  const auto number = put_contact(store(), waiting_ticket());
  const TicketReference reference{"contact", std::to_string(number)};
  const auto contact = asked_contact_ticket(store(), reference);
  ASSERT_TRUE(contact && *contact);
  EXPECT_EQ((*contact)->email, "ala@kupuje.example");
  auto ticket = asked_ticket(store(), reference);
  ASSERT_TRUE(ticket && *ticket);
  EXPECT_EQ(to_key(**ticket), "contact/" + std::to_string(number));
  EXPECT_EQ((*ticket)->lang, "pl");
  EXPECT_EQ((*ticket)->subject, "Zwrot nie doszedł");
  EXPECT_EQ((*ticket)->status, TicketStatus::open);
  EXPECT_FALSE(is_answer(**ticket));

  close_contact(store(), number, store::ContactState::answered);
  ticket = asked_ticket(store(), reference);
  EXPECT_EQ((*ticket)->status, TicketStatus::solved);
  EXPECT_EQ((*ticket)->solved, SiteInFolder::kStart);
  EXPECT_FALSE(*asked_contact_ticket(store(), TicketReference{"contact", "7"}));
  EXPECT_FALSE(*asked_contact_ticket(store(), std::nullopt));
}

}  // namespace
}  // namespace kb
