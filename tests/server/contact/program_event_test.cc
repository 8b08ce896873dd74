#include "server/contact/program_event.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

class ProgramEvent : public ContactFixture {};

// Helpdesks' programs were taken for robots, and no ticket was ever resolved.
TEST_F(ProgramEvent, IsNotedWhoeverSendsIt) {
  note_of_program(*center.center().events, center.site.clock,
                  {.action = store::Action::ticket_resolved, .value = 1042, .outcome = "team"});
  EXPECT_THAT(noted(), testing::ElementsAre("ticket_resolved team"));
}

}  // namespace
}  // namespace kb
