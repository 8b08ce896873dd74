#include "core/insights/volume.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

// Monday to Sunday.
const Period kWeek = period("2026-03-02", "2026-03-08");

TEST(Volume, OfNothingIsNothing) {
  EXPECT_EQ(volume_of({}, kWeek), Volume());
  EXPECT_EQ(volume_of({}, kWeek).never_answered.rate(), std::nullopt);
}

TEST(Volume, CountsWhatComesAndGoes) {
  Scenario s;
  s.add_solved("2026-02-27T09:00:00Z", "2026-03-02T00:00:00Z");  // out, in its first second
  s.add("2026-02-28T09:00:00Z");                                 // waits since before
  s.add_solved("2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z");  // in and out
  s.add_solved("2026-03-08T23:59:59Z", "2026-03-09T00:00:00Z");  // in; open when the week ends
  s.add("2026-03-05T09:00:00Z").first_response = at("2026-03-05T10:00:00Z");
  s.add("2026-03-09T00:00:00Z");  // next week's
  const Volume week = volume_of(s.rows(), kWeek);
  EXPECT_EQ(week.arrived, 3);
  EXPECT_EQ(week.solved, 2);
  EXPECT_EQ(week.open, 3);   // of 28 February, of 8 March, of 5 March
  EXPECT_EQ(week.fresh, 2);  // the one of 8 March is answered a second too late
  EXPECT_EQ(week.never_answered, (Share{1, 3}));
}

TEST(Volume, KeepsWhatIsNoDemandApart) {
  Scenario s;
  s.add("2026-03-03").type = TicketType::spam;
  s.add("2026-03-03").type = TicketType::misrouted;
  s.add_solved("2026-03-03", "2026-03-04").type = TicketType::merged;
  s.add("2026-03-03").type = TicketType::merged;
  s.add("2026-03-03").type = TicketType::bug;
  s.add("2026-02-03").type = TicketType::spam;  // not of this week
  const Volume week = volume_of(s.rows(), kWeek);
  EXPECT_EQ(week, (Volume{1, 0, 1, 1, 1, 1, 2, {1, 1}}));
}

TEST(Volume, TakesAnAnswerAtAnUnknownTimeForOne) {
  Scenario s;
  s.add("2026-03-03").replies = 1;
  EXPECT_EQ(volume_of(s.rows(), kWeek).fresh, 0);
  EXPECT_EQ(volume_of(s.rows(), kWeek).never_answered, (Share{0, 1}));
}

TEST(Volume, HasNoBacklogOfTicketsClosedNobodyKnowsWhen) {
  Scenario s;
  s.add("2026-03-03").status = TicketStatus::solved;
  const Volume week = volume_of(s.rows(), kWeek);
  EXPECT_EQ(week, (Volume{1, 0, 0, 0, 0, 0, 0, {1, 1}}));
}

TEST(Flow, FollowsTheBacklogDayByDay) {
  Scenario s;
  s.add("2026-02-20");                                // open throughout
  s.add_solved("2026-02-25", "2026-03-03");           // open until Tuesday
  s.add_solved("2026-02-25", "2026-02-26");           // gone before
  s.add_solved("2026-03-02", "2026-03-02");           // in and out on Monday
  s.add("2026-03-03T23:59:59Z");                      // Tuesday, stays
  s.add_solved("2026-03-04", "2026-03-20");           // Wednesday, stays until later
  s.add("2026-03-04").status = TicketStatus::solved;  // closed nobody knows when
  s.add("2026-03-03").type = TicketType::spam;
  const auto steps = split(period("2026-03-02", "2026-03-04"), Step::day);
  const std::vector<Flow> expected = {{1, 1, 2}, {1, 1, 2}, {2, 0, 3}};
  EXPECT_EQ(flow_of(s.rows(), steps), expected);
}

TEST(Flow, EndsWhereVolumeSaysSo) {
  Scenario s;
  s.add_solved("2026-03-05", "2026-03-01");  // solved before it was created
  s.add_solved("2026-03-03", "2026-03-09");
  s.add("2026-03-04");
  const auto flow = flow_of(s.rows(), split(kWeek, Step::day));
  EXPECT_EQ(flow.back().open, volume_of(s.rows(), kWeek).open);
  EXPECT_EQ(flow.back().open, 2);
  EXPECT_TRUE(flow_of(s.rows(), {}).empty());
}

}  // namespace
}  // namespace kb::insights
