#include "core/insights/report_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

using nlohmann::json;

const Period kWeek = period("2026-03-09", "2026-03-15");
const Time kLater = at("2026-04-01");

json report_of(Scenario& s, std::optional<Dimension> by = {}) {
  return json::parse(to_json(report_tickets(s.figure_tickets(), {kWeek, kLater, by, {}})));
}

TEST(ReportJson, IsNullWhereNothingIsKnown) {
  Scenario none;
  const json report = report_of(none);
  EXPECT_EQ(report.at("data_from"), nullptr);
  EXPECT_EQ(report.at("newest_ticket"), nullptr);
  EXPECT_EQ(report.at("figures").at("arrived").at("value"), nullptr);
  EXPECT_EQ(report.at("figures").at("satisfied").at("value"), nullptr);
  EXPECT_EQ(report.at("figures").at("satisfied").at("of"), nullptr);
  EXPECT_EQ(report.at("figures").at("satisfied").at("interval"), nullptr);
  EXPECT_EQ(report.at("figures").at("satisfied").at("previous").at("value"), nullptr);
  EXPECT_EQ(report.at("forecast").at("days"), nullptr);
  EXPECT_EQ(report.at("forecast").at("reason"), "there are no tickets yet");
  EXPECT_EQ(report.at("by"), nullptr);
  EXPECT_EQ(report.at("groups"), nullptr);
}

TEST(ReportJson, HasCountsBesideRates) {
  Scenario s;
  s.add("2026-03-02");
  Ticket& ticket = s.add_solved("2026-03-10", "2026-03-10");
  ticket.satisfaction = 5;
  ticket.team = "orders \"A\"";
  const json report = report_of(s, Dimension::team);
  EXPECT_EQ(report.at("period"), json::parse(R"({"from": "2026-03-09", "to": "2026-03-15"})"));
  const json& satisfied = report.at("figures").at("satisfied");
  EXPECT_EQ(satisfied.at("unit"), "share");
  EXPECT_EQ(satisfied.at("value"), 1.0);
  EXPECT_EQ(satisfied.at("count"), 1);
  EXPECT_EQ(satisfied.at("of"), 1);
  EXPECT_EQ(satisfied.at("small_sample"), true);
  EXPECT_NEAR(satisfied.at("interval").at(0).get<double>(), 0.2065, 1e-4);
  EXPECT_EQ(satisfied.at("previous").at("value"), nullptr);
  EXPECT_EQ(satisfied.at("previous").at("of"), 0) << "nobody was asked, and that is known";
  EXPECT_EQ(report.at("figures").at("arrived").at("previous").at("value"), 1);
  EXPECT_EQ(report.at("steps").size(), 7U);
  EXPECT_EQ(report.at("steps").at(1).at("arrived"), 1);
  EXPECT_EQ(report.at("groups").at(0).at("name"), "orders \"A\"");
  EXPECT_EQ(report.at("types").at(0).at("trend"), "steady");
  EXPECT_EQ(report.at("retention").at("causal"), false);
  EXPECT_EQ(report.at("retention").at("note"), kNotCausal);
}

TEST(ReportJson, HasTheForecastWithItsBacktest) {
  Scenario s;
  for (Time day = at("2026-02-09"); day < at("2026-03-16"); day += kDay) s.add(iso_time(day));
  const json forecast = report_of(s).at("forecast");
  EXPECT_EQ(forecast.at("days").size(), 14U);
  EXPECT_EQ(forecast.at("days").at(0).at("day"), "2026-03-16");
  EXPECT_EQ(forecast.at("days").at(0).at("interval_80").size(), 2U);
  EXPECT_EQ(forecast.at("backtest").at("days"), 7 + 14 + 14);
  EXPECT_EQ(forecast.at("backtest").at("mean_absolute_error"), 0.0);
}

}  // namespace
}  // namespace kb::insights
