#include "server/agent/preview_answer.h"

#include "tests/server/agent/agent_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class AgentPreview : public AgentFixture {};

TEST_F(AgentPreview, MarksWhatIsForAgents) {
  const auto page = get("/agent/preview/en/billing/refund");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Offer a voucher"), HasSubstr("class=\"agents-only\""),
                               HasSubstr("href=\"/en/a/billing/refund\"")));
}

TEST_F(AgentPreview, SaysThatCustomersCannotReadIt) {
  EXPECT_THAT(get("/agent/preview/en/secret").body,
              AllOf(HasSubstr("zanzibar"), HasSubstr("For agents only"),
                    Not(HasSubstr("href=\"/en/a/secret\""))));
}

TEST_F(AgentPreview, IsInTheLanguageThatIsAskedFor) {
  EXPECT_THAT(get("/agent/preview/PL/billing/refund").body, HasSubstr("Zwrot trafia"));
  EXPECT_EQ(get("/agent/preview/ro/billing/refund").status, 404);
}

}  // namespace
}  // namespace kb
