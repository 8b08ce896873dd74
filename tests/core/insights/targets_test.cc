#include "core/insights/targets.h"

#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

constexpr std::chrono::minutes kHour{60};
const Period kWeek = period("2026-03-02", "2026-03-08");
const Time kLater = at("2026-04-01");

// The promise: a first response within an hour.
std::optional<Decided> first_response(Scenario& s, Time now = kLater) {
  return decided(*s.rows().at(0), Promise::first_response, kHour, now);
}

TEST(Promise, IsKeptUpToTheLastSecond) {
  Scenario s;
  s.add("2026-03-02T09:00:00Z").first_response = at("2026-03-02T10:00:00Z");
  EXPECT_EQ(first_response(s), (Decided{at("2026-03-02T10:00:00Z"), true}));
}

TEST(Promise, IsBrokenWhenItsTimeRanOut) {
  Scenario late;
  late.add("2026-03-02T09:00:00Z").first_response = at("2026-03-05T10:00:01Z");
  EXPECT_EQ(first_response(late), (Decided{at("2026-03-02T10:00:00Z"), false}));
  Scenario never;
  never.add("2026-03-02T09:00:00Z");
  EXPECT_EQ(first_response(never), (Decided{at("2026-03-02T10:00:00Z"), false}));
  Scenario closed_late;
  closed_late.add("2026-03-02T09:00:00Z").status = TicketStatus::solved;
  closed_late.add_solved("2026-03-02T09:00:00Z", "2026-03-02T10:00:01Z");
  EXPECT_EQ(decided(*closed_late.rows().at(1), Promise::resolution, kHour, kLater),
            (Decided{at("2026-03-02T10:00:00Z"), false}));
}

TEST(Promise, IsNotDecided) {
  Scenario waiting;
  waiting.add("2026-03-02T09:00:00Z");
  EXPECT_EQ(first_response(waiting, at("2026-03-02T10:00:00Z")), std::nullopt) << "not due yet";
  Scenario closed;  // by the customer, before an answer was due
  closed.add("2026-03-02T09:00:00Z").status = TicketStatus::solved;
  EXPECT_EQ(first_response(closed), std::nullopt) << "closed nobody knows when";
  closed.add_solved("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z").first_response = {};
  Scenario unknown;
  unknown.add("2026-03-02T09:00:00Z").replies = 2;
  EXPECT_EQ(first_response(unknown), std::nullopt) << "answered nobody knows when";
  Scenario backwards;
  backwards.add("2026-03-02T09:00:00Z").first_response = at("2026-03-01");
  EXPECT_EQ(first_response(backwards), std::nullopt) << "answered before it was created";
}

// Pro is promised an answer within an hour and a solution within a day, others an answer in a day.
const std::map<std::string, TicketTarget> kTargets = {{"pro", {60, 1440}}, {"", {1440, 0}}};

TEST(Targets, AreThoseOfThePlanElseOfTheOthers) {
  Scenario s;
  s.add("2026-03-02").customer.plan = "pro";
  s.add("2026-03-02").customer.plan = "basic";
  const FigureTickets& tickets = s.figure_tickets();
  const Targets targets(kTargets, tickets);
  const auto rows = tickets.rows();
  EXPECT_EQ(targets.of(rows[0]->plan, Promise::first_response), kHour);
  EXPECT_EQ(targets.of(rows[0]->plan, Promise::resolution), std::chrono::minutes(1440));
  EXPECT_EQ(targets.of(rows[1]->plan, Promise::first_response), std::chrono::minutes(1440));
  EXPECT_EQ(targets.of(rows[1]->plan, Promise::resolution), std::nullopt);
  EXPECT_EQ(Targets({}, tickets).of(kNoName, Promise::first_response), std::nullopt);
}

// Pro: answered in 30 min (kept) and in 2 h (broken on Tuesday, 10:00); both solved with the
// answer, within a day. Basic: one never answered, broken after a day, on Thursday. Spam counts
// nowhere; the last one's hour runs out next week.
TEST(Promises, AreCountedByPlanAndByDay) {
  Scenario s;
  s.add_solved("2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z").customer.plan = "pro";
  s.add_solved("2026-03-03T09:00:00Z", "2026-03-03T11:00:00Z").customer.plan = "pro";
  s.add("2026-03-04T09:00:00Z").customer.plan = "basic";
  s.add("2026-03-04T09:00:00Z").type = TicketType::spam;
  s.add("2026-03-08T23:30:00Z").customer.plan = "pro";
  const FigureTickets& tickets = s.figure_tickets();
  const auto rows = tickets.rows();
  const Targets targets(kTargets, tickets);

  EXPECT_EQ(promises_of(rows, targets, kWeek, kLater), (PromisesKept{{1, 3}, {2, 2}}));
  const auto by_plan = promises_by_plan(rows, targets, kWeek, kLater);
  EXPECT_EQ(by_plan.size(), 2U);
  EXPECT_EQ(by_plan.at(rows[0]->plan), (PromisesKept{{1, 2}, {2, 2}}));
  EXPECT_EQ(by_plan.at(rows[2]->plan), (PromisesKept{{0, 1}, {0, 0}}));

  const auto breaches = breaches_of(rows, targets, split(kWeek, Step::day), kLater);
  const std::vector<Breaches> expected = {{0, 0}, {1, 0}, {0, 0}, {1, 0}, {0, 0}, {0, 0}, {0, 0}};
  EXPECT_EQ(breaches, expected);
}

TEST(Promises, OfNothingAreNothing) {
  const FigureTickets none;
  EXPECT_EQ(promises_of({}, Targets(kTargets, none), kWeek, kLater), PromisesKept());
}

}  // namespace
}  // namespace kb::insights
