#include "core/insights/opinion_sums.h"

#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

std::string counted(const std::string& text) {
  const auto events = happened(text);
  const auto ordered = in_order(events);
  CellSums sums(kMonday);
  for (const EventRow session : sessions_of(ordered))
    add_opinions(sums, session, journey_of(session, SentTickets()));
  for (const store::Event& event : events)
    if (event.visitor == 0) add_unlinked_opinion(sums, event);
  return all_cells(sums.cells());
}

TEST(OpinionSums, OfAVoteStandUnderItsArticle) {
  EXPECT_EQ(counted(R"(
              10:00:00 v1 page_viewed lang=en object=en/a/b category=start
              10:00:01 v1 voted lang=pl object=pl/a/b category=billing outcome=no detail='{"reason":"not_my_case"}')"),
            "article|pl|||pl/a/b|votes_no 1\n"
            "article|pl|||pl/a/b|votes_no_not_my_case 1\n"
            "site|pl|billing|||votes_no 1\n"
            "site|pl|billing|||votes_no_not_my_case 1\n");
}

TEST(OpinionSums, OfASurveyStandUnderItsSession) {
  EXPECT_EQ(counted(R"(
              10:00:00 v1 page_viewed lang=en object=en/a/b category=start
              10:00:01 v1 surveyed outcome=satisfaction value=5)"),
            "site|en|start|||satisfaction_answered 1\n"
            "site|en|start|||satisfaction_high 1\n"
            "site|en|start|||satisfaction_sum 5\n");
}

TEST(OpinionSums, OfNobodyCountEach) {
  EXPECT_EQ(counted(R"(
              10:00:00 v0 voted lang=pl object=pl/a/b outcome=yes
              10:00:00 v0 voted lang=pl object=pl/a/b outcome=yes
              10:00:00 v0 surveyed lang=pl outcome=value value=0
              10:00:00 v0 page_viewed lang=pl object=pl/a/b)"),
            "article|pl|||pl/a/b|votes_yes 2\n"
            "site|pl||||value_asked 1\n"
            "site|pl||||votes_yes 2\n");
}

TEST(OpinionSums, LeaveOutWhatIsNoReasonAndNoMark) {
  EXPECT_EQ(counted(R"(
              10:00:00 v0 voted object=pl/a/b outcome=no detail='{"reason":"bored"}'
              10:00:00 v0 surveyed outcome=satisfaction value=-1
              10:00:00 v1 surveyed outcome=effort value=8)"),
            "article|pl|||pl/a/b|votes_no 1\n"
            "site|||||votes_no 1\n");
}

}  // namespace
}  // namespace kb::insights
