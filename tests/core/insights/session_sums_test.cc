#include "core/insights/session_sums.h"

#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

// The day-wide scenarios are day_sums_test.cc's; here is what spans sessions.
class SessionSums : public testing::Test {
 protected:
  void count(const std::string& text) {
    const auto events = happened(text);
    const auto ordered = in_order(events);
    const SentTickets sent = sent_in(events);
    VisitorSeen visitor;
    for (const EventRow session : sessions_of(ordered))
      add_session(sums_, session, journey_of(session, sent), sent, day_, visitor);
    add_visitor(sums_, visitor);
  }
  std::string told_of(const std::string& counters) { return told(sums_.cells(), counters); }

  CellSums sums_{kMonday};
  DaySeen day_;
};

// A form loaded again, or a ticket told by two servers, is one.
TEST_F(SessionSums, CountFormsAndTicketsOnceADay) {
  count(R"(
    10:00:00 v1 contact_opened form=f1 outcome=offered
    10:00:00 v1 contact_opened form=f1 outcome=offered
    10:00:09 v1 ticket_submitted form=f1 value=1001)");
  count(R"(
    12:00:00 v2 contact_opened form=f1 outcome=offered
    12:00:09 v2 ticket_submitted form=f1 value=1001)");
  EXPECT_EQ(told_of("forms_offered forms_offered_submitted tickets_submitted sessions_contacted"),
            "forms_offered=1 forms_offered_submitted=1 tickets_submitted=1 sessions_contacted=2");
}

TEST_F(SessionSums, CountTicketsWithoutANumberEach) {
  count("10:00:00 v1 ticket_submitted outcome=api\n10:00:01 v1 ticket_submitted outcome=api");
  EXPECT_EQ(told_of("tickets_submitted sessions_submitted"),
            "tickets_submitted=2 sessions_submitted=1");
}

TEST_F(SessionSums, LeaveNoSessionWithoutAnEnd) {
  count(R"(
    10:00:00 v1 surveyed outcome=effort value=0
    11:00:00 v1 searched text=x outcome=error
    12:00:00 v1 clicked object=pl/a/b
    13:00:00 v1 contact_opened form=f)");
  EXPECT_EQ(told_of("sessions left_after_visit left_after_search left_after_click left_after_read "
                    "left_after_contact sessions_submitted"),
            "sessions=4 left_after_visit=1 left_after_search=1 left_after_click=1 "
            "left_after_read=0 left_after_contact=1 sessions_submitted=0");
}

}  // namespace
}  // namespace kb::insights
