#include "server/agent/ticket_answer.h"

#include "tests/server/agent/agent_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class TicketAnswer : public AgentFixture {};

TEST_F(TicketAnswer, ShowsTextsAndLinks) {
  note({{"do", "link en/parcel#"}, {"ticket", "zendesk/1"}});
  const auto page = get("/agent/ticket/zendesk/1");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(
      page.body,
      AllOf(HasSubstr("Zwrot nie doszedł"), HasSubstr("pięciu dni roboczych"),
            HasSubstr("/agent/preview/pl/billing/refund#"), HasSubstr("/agent/preview/en/parcel"),
            HasSubstr("/agent?ticket=zendesk/1"), HasSubstr("/agent/draft/zendesk/1")));
}

TEST_F(TicketAnswer, SaysThatThereIsNone) {
  EXPECT_EQ(get("/agent/ticket/zendesk/99").status, 404);
  EXPECT_EQ(get("/agent/ticket/").status, 404);
}

}  // namespace
}  // namespace kb
