#include "server/agent/asked_ticket.h"

#include "tests/server/agent/agent_fixture.h"

namespace kb {
namespace {

class AskedTicket : public AgentFixture {};

TEST_F(AskedTicket, IsWhatTheStoreHas) {
  EXPECT_EQ((*asked_ticket(store(), TicketReference{"zendesk", "4"}))->lang, "en");
  EXPECT_FALSE(*asked_ticket(store(), TicketReference{"zendesk", "99"}));
  EXPECT_FALSE(*asked_ticket(store(), std::nullopt));
}

}  // namespace
}  // namespace kb
