#include "core/insights/response_times.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

const Period kWeek = period("2026-03-02", "2026-03-08");

TEST(ResponseTimes, OfNothingAreNothing) {
  EXPECT_EQ(response_times_of({}, kWeek), ResponseTimes());
}

TEST(ResponseTimes, OfOneTicketAreItsOwn) {
  Scenario s;
  s.add("2026-03-02T09:00:00Z").first_response = at("2026-03-02T09:10:00Z");
  const auto times = response_times_of(s.rows(), kWeek);
  EXPECT_EQ(times.first_response, (Waits{1, 600.0, 600.0}));
  EXPECT_EQ(times.resolution, Waits());
}

// First answers after 10, 20, 20 and 60 minutes: the median lies between two 20s; the 90th
// percentile at place 2.7: 20 + 0.7 × 40 = 48 minutes. Resolutions after 1 and 3 days.
TEST(ResponseTimes, AreMedianAndNinetiethPercentile) {
  Scenario s;
  for (const auto* answered : {"2026-03-02T09:10:00Z", "2026-03-02T09:20:00Z",
                               "2026-03-02T09:20:00Z", "2026-03-02T10:00:00Z"})
    s.add("2026-03-02T09:00:00Z").first_response = at(answered);
  for (const auto* solved : {"2026-03-03T09:00:00Z", "2026-03-05T09:00:00Z"}) {
    Ticket& ticket = s.add("2026-03-02T09:00:00Z");
    ticket.status = TicketStatus::solved;
    ticket.solved = at(solved);
  }
  const auto times = response_times_of(s.rows(), kWeek);
  EXPECT_EQ(times.first_response.count, 4);
  EXPECT_DOUBLE_EQ(times.first_response.median.value(), 20 * 60);
  EXPECT_DOUBLE_EQ(times.first_response.p90.value(), 48 * 60);
  EXPECT_EQ(times.resolution.count, 2);
  EXPECT_DOUBLE_EQ(times.resolution.median.value(), 2 * 86400);
  EXPECT_DOUBLE_EQ(times.resolution.p90.value(), 2.8 * 86400);
}

TEST(ResponseTimes, BelongToThePeriodInWhichTheWaitEnded) {
  Scenario s;
  s.add("2026-03-01T23:00:00Z").first_response = at("2026-03-02T00:00:00Z");
  s.add("2026-03-08T23:00:00Z").first_response = at("2026-03-09T00:00:00Z");
  EXPECT_EQ(response_times_of(s.rows(), kWeek).first_response, (Waits{1, 3600.0, 3600.0}));
}

TEST(ResponseTimes, LeaveOutTimesInTheWrongOrder) {
  Scenario s;
  s.add_solved("2026-03-05", "2026-03-04");               // both wrong
  s.add("2026-03-05").first_response = at("2026-03-05");  // at once is in order
  s.add("2026-03-05").first_response = at("2026-02-01");  // of another period
  s.add_solved("2026-03-05", "2026-03-04").type = TicketType::spam;
  const auto times = response_times_of(s.rows(), kWeek);
  EXPECT_EQ(times.out_of_order, 2);
  EXPECT_EQ(times.first_response, (Waits{1, 0.0, 0.0}));
  EXPECT_EQ(times.resolution, Waits());
}

}  // namespace
}  // namespace kb::insights
