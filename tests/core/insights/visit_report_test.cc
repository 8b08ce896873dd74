#include "core/insights/visit_report.h"

#include <gmock/gmock.h>

#include "tests/core/insights/visit_scenario.h"

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ComparedVisitFigure figure(const VisitReport& report, std::string_view name) {
  for (const auto& each : report.figures)
    if (each.now.rule->name == name) return each;
  ADD_FAILURE() << "no " << name;
  return {};
}

TEST(VisitReport, SetsThePeriodBeforeBesideEachFigure) {
  const auto report = report_visits(week_of_visits(), week_wish());
  EXPECT_EQ(report.before, period("2026-02-23", "2026-03-01"));
  EXPECT_THAT(report.notes, IsEmpty());
  EXPECT_TRUE(report.is_known && report.compares && !report.is_running);
  EXPECT_EQ(figure(report, "sessions").now.value, 10);
  EXPECT_EQ(figure(report, "sessions").before.value, 8);
  EXPECT_EQ(figure(report, "zero_result_rate").now.value, 0.25);
  EXPECT_EQ(figure(report, "zero_result_rate").before.value, 0);
  EXPECT_EQ(figure(report, "deflection").before.value, std::nullopt) << "no intents then";
}

TEST(VisitReport, TellsDeflectionAsARange) {
  const auto report = report_visits(week_of_visits(), week_wish());
  const auto deflection = figure(report, "deflection").now;
  EXPECT_EQ(deflection.value, 0.25);
  EXPECT_EQ(deflection.upper, 0.5);
  const auto causal = figure(report, "causal_deflection").now;
  EXPECT_EQ(causal.value, std::nullopt);
  EXPECT_THAT(causal.reason, HasSubstr("the holdout has 1 forms"));
  EXPECT_EQ(figure(report, "self_service_score").now.value, 2.5);
  EXPECT_EQ(figure(report, "self_service_score").before.value, std::nullopt);
  EXPECT_EQ(figure(report, "link_rate").now.value, 0.25);
}

TEST(VisitReport, HasACostLineWhereItIsConfigured) {
  auto wish = week_wish();
  for (const auto& [now, before] : report_visits(week_of_visits(), wish).figures)
    EXPECT_NE(now.rule->name, "cost_avoided");
  wish.cost_per_ticket = 8;
  const auto cost = figure(report_visits(week_of_visits(), wish), "cost_avoided").now;
  EXPECT_EQ(cost.value, 8);
  EXPECT_EQ(cost.upper, 16);
}

TEST(VisitReport, HasASeries) {
  const auto report = report_visits(week_of_visits(), week_wish());
  ASSERT_EQ(report.series.size(), 7u);
  EXPECT_EQ(report.series[1].step, period("2026-03-03", "2026-03-03"));
  EXPECT_EQ(report.series[1].figures[0].value, 10);
  EXPECT_EQ(report.series[2].figures[0].value, 0);
}

TEST(VisitReport, ListsQueriesOfEnoughVisitors) {
  const auto report = report_visits(week_of_visits(), week_wish());
  ASSERT_EQ(report.top_queries.size(), 2u);
  EXPECT_EQ(report.top_queries[0].query, "late parcel");
  EXPECT_EQ(report.top_queries[0].lang, "en");
  EXPECT_EQ(report.top_queries[0].before, 0);
  ASSERT_EQ(report.failing_queries.size(), 1u);
  EXPECT_EQ(report.failing_queries[0].zero_results, 3);
  EXPECT_EQ(report.hidden_queries, 1);
}

TEST(VisitReport, ListsChannels) {
  const auto report = report_visits(week_of_visits(), week_wish());
  ASSERT_EQ(report.channels.size(), 2u);
  EXPECT_EQ(report.channels[0].name, "form");
  EXPECT_EQ(report.channels[1].before, 3);
}

TEST(VisitReport, HasGroupsTheLargestFirst) {
  auto sums = week_of_visits();
  sums.groups["en"].now.add(Counter::sessions, 3);
  sums.groups["pl"].now.add(Counter::sessions, 7);
  sums.groups["pl"].before.add(Counter::sessions, 2);
  auto wish = week_wish();
  wish.by = VisitDimension::lang;
  const auto report = report_visits(sums, wish);
  ASSERT_EQ(report.groups.size(), 2u);
  EXPECT_EQ(report.groups[0].name, "pl");
  EXPECT_EQ(report.groups[0].figures[0].now.value, 7);
  EXPECT_EQ(report.groups[0].figures[0].before.value, 2);
}

TEST(VisitReport, TellsOfAChannelItsTickets) {
  auto sums = week_of_visits();
  sums.groups["form"].now.add(Counter::tickets_submitted, 2);
  auto wish = week_wish();
  wish.by = VisitDimension::channel;
  const auto report = report_visits(sums, wish);
  ASSERT_EQ(report.groups.at(0).figures.size(), 1u);
  EXPECT_EQ(report.groups[0].figures[0].now.value, 2);
}

TEST(VisitReport, TellsOfArticlesWhatPeopleDidWithThem) {
  auto sums = week_of_visits();
  auto& refund = sums.articles["en/billing/refund"];
  refund.now.add(static_cast<std::size_t>(Counter::views), 20);
  refund.now.add(static_cast<std::size_t>(Counter::reads), 15);
  auto wish = week_wish();
  wish.by = VisitDimension::article;
  const auto report = report_visits(sums, wish);
  ASSERT_EQ(report.groups.size(), 1u);
  EXPECT_EQ(report.groups[0].figures[0].now.value, 20);
  EXPECT_EQ(report.groups[0].figures[1].now.value, 0.75);
}

struct Case {
  std::string_view first_day;  // "": nothing ever happened
  Period asked;
  bool is_known, compares;
  std::string_view note;
};
class KnownDays : public testing::TestWithParam<Case> {};

TEST_P(KnownDays, DecideWhatIsTold) {
  const auto& [first_day, asked, is_known, compares, note] = GetParam();
  auto sums = week_of_visits();
  sums.first_day.reset();
  if (!first_day.empty()) sums.first_day = day_number(first_day);
  auto wish = week_wish();
  wish.period = asked;
  sums.steps.resize(split(wish.period, wish.cut()).size());
  const auto report = report_visits(sums, wish);
  EXPECT_EQ(report.is_known, is_known);
  EXPECT_EQ(figure(report, "sessions").now.value.has_value(), is_known);
  EXPECT_EQ(figure(report, "sessions").before.value.has_value(), compares);
  EXPECT_THAT(report.notes, ElementsAre(HasSubstr(note)));
  EXPECT_EQ(report.series.empty(), !is_known);
}

INSTANTIATE_TEST_SUITE_P(
    Days, KnownDays,
    testing::Values(Case{"", period("2026-03-02", "2026-03-08"), false, false,
                         "nothing has happened yet"},
                    Case{"2026-03-09", period("2026-03-02", "2026-03-08"), false, false,
                         "the first event is of 2026-03-09: there is nothing of this period"},
                    Case{"2026-03-02", period("2026-03-02", "2026-03-08"), true, false,
                         "nothing to compare with: the first event is of 2026-03-02"},
                    Case{"2026-02-01", period("2026-03-08", "2026-03-10"), true, true,
                         "the period is not over"},
                    Case{"2026-02-01", period("2026-03-11", "2026-03-12"), false, false,
                         "the period has not begun"}));

// At 22:30 UTC it is the next day in Bucharest: that day has begun there.
TEST(VisitReport, KnowsTodayByTheSitesCalendar) {
  auto wish = week_wish();
  wish.period = period("2026-03-10", "2026-03-11");
  wish.now = at("2026-03-10T22:30:00Z");
  wish.calendar = text::Calendar::of("Europe/Bucharest").value();
  auto sums = week_of_visits();
  sums.steps.resize(2);
  const auto report = report_visits(sums, wish);
  EXPECT_EQ(report.series.at(1).figures[0].value, 10);
  EXPECT_EQ(report.time_zone, "Europe/Bucharest");
}

}  // namespace
}  // namespace kb::insights
