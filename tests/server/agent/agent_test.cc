#include "server/agent/agent.h"

#include "tests/server/agent/agent_fixture.h"

namespace kb {
namespace {

class AgentPages : public AgentFixture {};

TEST_F(AgentPages, AreWhereTheirAddressesSay) {
  for (const auto* there :
       {"/agent", "/agent/", "/agent/panel", "/agent/flags", "/agent/preview/en/parcel",
        "/agent/ticket/zendesk/1", "/agent/draft/zendesk/1"})
    EXPECT_EQ(get(there).status, 200) << there;
  for (const auto* nowhere : {"/agent/nothing", "/agent/preview/en/gone", "/agent/preview/xx",
                              "/agent/ticket/zendesk/99", "/agent/draft/zendesk/99"})
    EXPECT_EQ(get(nowhere).status, 404) << nowhere;
}

TEST_F(AgentPages, AreForNobodyWhoIsNotLoggedIn) {
  for (const auto* address : {"/agent", "/agent/panel", "/agent/flags", "/agent/preview/en/secret",
                              "/agent/ticket/zendesk/1", "/agent/draft/zendesk/1"})
    EXPECT_EQ(StaffFixture::get(address).status, 303) << address;
}

TEST_F(AgentPages, ThatAreReadOnlyTakeNoForm) {
  EXPECT_EQ(post("/agent/ticket/zendesk/1", {}, ana).status, 404);
}

}  // namespace
}  // namespace kb
