#include "core/insights/ticket_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Period kWeek = period("2026-03-09", "2026-03-15");
const Time kLater = at("2026-04-01");

const ComparedFigure& named(const std::vector<ComparedFigure>& figures, std::string_view name) {
  for (const ComparedFigure& figure : figures)
    if (figure.now.name == name) return figure;
  throw std::out_of_range(std::string(name));
}

// Two teams. The week before: one ticket of orders. The week: two of orders, one of billing.
Scenario two_weeks() {
  Scenario s;
  s.add("2026-02-20").team = "old";
  s.add_solved("2026-03-03", "2026-03-04").team = "orders";
  s.add_solved("2026-03-10", "2026-03-11").team = "orders";
  s.add("2026-03-10").team = "orders";
  Ticket& billing = s.add_solved("2026-03-11", "2026-03-12");
  billing.team = "billing";
  billing.topic = "refunds";
  billing.customer.plan = "pro";
  billing.links = {{"en", "refund", ""}};
  return s;
}

TEST(TicketReport, SetsThePeriodBeforeBesideEachFigure) {
  Scenario s = two_weeks();
  const auto report = report_tickets(s.figure_tickets(), {kWeek, kLater, {}, {}});
  EXPECT_EQ(report.before, period("2026-03-02", "2026-03-08"));
  EXPECT_EQ(report.data_from, at("2026-02-20"));
  EXPECT_EQ(report.newest, at("2026-03-11"));
  EXPECT_THAT(report.notes, IsEmpty());
  const auto& arrived = named(report.figures, "arrived");
  EXPECT_EQ(arrived.now.value, 3);
  EXPECT_EQ(arrived.before.value, 1);
  const auto& link_rate = named(report.figures, "link_rate");
  EXPECT_EQ(link_rate.now.count, 1);
  EXPECT_EQ(link_rate.now.of, 2);
  EXPECT_EQ(link_rate.before.value, 0);
  EXPECT_EQ(report.steps.size(), 7U);
  ASSERT_EQ(report.articles.size(), 1U);
  EXPECT_EQ(report.articles[0].article, "en/refund");
  EXPECT_EQ(report.articles[0].before, 0);
  EXPECT_THAT(report.groups, IsEmpty());
}

TEST(TicketReport, BreaksDown) {
  Scenario s = two_weeks();
  const auto report = report_tickets(s.figure_tickets(), {kWeek, kLater, Dimension::team, {}});
  ASSERT_EQ(report.groups.size(), 3U);
  EXPECT_EQ(report.groups[0].name, "orders");
  EXPECT_EQ(named(report.groups[0].figures, "arrived").now.value, 2);
  EXPECT_EQ(named(report.groups[0].figures, "arrived").before.value, 1);
  EXPECT_EQ(report.groups[1].name, "billing");
  EXPECT_EQ(named(report.groups[1].figures, "arrived").before.value, 0);
  EXPECT_EQ(report.groups[2].name, "old") << "one of its tickets is still open";

  const auto by_topic = report_tickets(s.figure_tickets(), {kWeek, kLater, Dimension::topic, {}});
  EXPECT_EQ(by_topic.groups.at(0).name, "") << "tickets without a topic";
}

TEST(TicketReport, TellsOfTypesAndTopics) {
  Scenario s = two_weeks();
  s.add("2026-03-10").type = TicketType::spam;
  const auto report = report_tickets(s.figure_tickets(), {kWeek, kLater, {}, {}});
  ASSERT_EQ(report.types.size(), 2U);
  EXPECT_EQ(report.types[0].name, "question");
  EXPECT_EQ(report.types[1].name, "spam");
  ASSERT_EQ(report.topics.size(), 2U) << "spam has no topic";
  EXPECT_EQ(report.topics[1].name, "refunds");
  EXPECT_EQ(report.topics[1].trend.direction, Direction::fresh);
}

TEST(TicketReport, TellsOfTargetsByPlan) {
  Scenario s = two_weeks();
  const auto report =
      report_tickets(s.figure_tickets(), {kWeek, kLater, {}, {{"pro", {2880, 0}}, {"", {60, 0}}}});
  ASSERT_EQ(report.plans.size(), 2U);
  EXPECT_EQ(report.plans[0].plan, "");
  EXPECT_EQ(named(report.plans[0].figures, "first_response_within_target").now.value, 0);
  EXPECT_EQ(named(report.plans[0].figures, "first_response_within_target").before.of, 1);
  EXPECT_EQ(report.plans[1].plan, "pro");
  EXPECT_EQ(named(report.plans[1].figures, "first_response_within_target").now.value, 1);
  EXPECT_EQ(named(report.plans[1].figures, "resolution_within_target").now.value, std::nullopt);
}

TEST(TicketReport, OfNoTicketsHasNoFigures) {
  const auto report = report_tickets(FigureTickets(), {kWeek, kLater, Dimension::team, {}});
  EXPECT_THAT(report.notes, ElementsAre("there are no tickets yet"));
  for (const auto& [now, before] : report.figures) {
    EXPECT_EQ(now.value, std::nullopt) << now.name;
    EXPECT_EQ(before.value, std::nullopt) << now.name;
  }
  EXPECT_THAT(report.steps, IsEmpty());
  ASSERT_FALSE(report.forecast);
  EXPECT_EQ(report.forecast.error().what, "there are no tickets yet");
}

TEST(TicketReport, ComparesWithNothingThatIsOnlyPartlyKnown) {
  Scenario s;
  s.add("2026-03-05T10:00:00Z");
  s.add("2026-03-10T10:00:00Z");
  const auto report = report_tickets(s.figure_tickets(), {kWeek, kLater, {}, {}});
  EXPECT_THAT(report.notes, ElementsAre("nothing to compare with: the first ticket is of "
                                        "2026-03-05, the period before begins on 2026-03-02"));
  EXPECT_EQ(named(report.figures, "arrived").now.value, 1);
  EXPECT_EQ(named(report.figures, "arrived").before.value, std::nullopt);
  EXPECT_EQ(report.types.at(0).trend.before, std::nullopt);
  for (const auto& [now, before] : report.retention) EXPECT_EQ(before.of, std::nullopt);
}

TEST(TicketReport, KnowsNothingBeforeTheFirstTicketNorOfTheFuture) {
  Scenario s;
  s.add("2026-03-20");
  const auto early = report_tickets(s.figure_tickets(), {kWeek, kLater, {}, {}});
  EXPECT_THAT(early.notes, ElementsAre("the first ticket is of 2026-03-20: there is nothing of "
                                       "this period"));
  EXPECT_EQ(named(early.figures, "arrived").now.value, std::nullopt);
  const auto future =
      report_tickets(s.figure_tickets(), {period("2026-05-01", "2026-05-07"), kLater, {}, {}});
  EXPECT_THAT(future.notes, ElementsAre("the period has not begun"));
  EXPECT_EQ(named(future.figures, "open").now.value, std::nullopt);
}

TEST(TicketReport, SaysThatThePeriodIsNotOver) {
  Scenario s = two_weeks();
  const auto report =
      report_tickets(s.figure_tickets(), {kWeek, at("2026-03-12T08:00:00Z"), {}, {}});
  EXPECT_THAT(report.notes, ElementsAre("the period is not over: its last days are not complete"));
}

// Four weeks with a ticket a day, up to yesterday: today's half day is left out.
TEST(TicketReport, ForecastsFromWholeDays) {
  Scenario s;
  for (Time day = at("2026-03-02"); day < at("2026-03-30"); day += kDay)
    s.add(iso_time(day + std::chrono::hours(9)));
  const Period all = period("2026-03-02", "2026-03-30");
  s.add("2026-03-30T07:00:00Z");
  const auto report = report_tickets(s.figure_tickets(), {all, at("2026-03-30T08:00:00Z"), {}, {}});
  ASSERT_TRUE(report.forecast);
  EXPECT_EQ(report.forecast->known_days, 28);
  EXPECT_EQ(report.forecast->days.at(0).day, at("2026-03-30"));
  EXPECT_NEAR(report.forecast->days.at(0).expected, 1, 1e-9);
  // Days after the newest ticket may just not be imported yet: they are no quiet days.
  const auto later = report_tickets(s.figure_tickets(),
                                    {period("2026-03-02", "2026-04-20"), at("2026-05-01"), {}, {}});
  EXPECT_EQ(later.forecast->known_days, 29);
}

TEST(Dimension, HasANameAndANearestOne) {
  EXPECT_EQ(parse_dimension("lang"), Dimension::lang);
  EXPECT_EQ(dimension_name(Dimension::plan), "plan");
  const auto unknown = parse_dimension("teams");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(to_line(unknown.error()), "no figures by 'teams'; did you mean `team`?");
}

}  // namespace
}  // namespace kb::insights
