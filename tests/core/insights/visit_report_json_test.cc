#include "core/insights/visit_report_json.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/core/insights/visit_scenario.h"

namespace kb::insights {
namespace {

using nlohmann::json;

TEST(VisitReportJson, HasFiguresBesideTheirDefinitions) {
  const auto report = json::parse(to_json(report_visits(week_of_visits(), week_wish())));
  EXPECT_EQ(report["period"], (json{{"from", "2026-03-02"}, {"to", "2026-03-08"}}));
  EXPECT_EQ(report["time_zone"], "UTC");
  EXPECT_EQ(report["data_from"], "2026-02-01");
  const auto& sessions = report["figures"]["sessions"];
  EXPECT_EQ(sessions, (json{{"value", 10.0}, {"previous", {{"value", 8.0}}}}));
  const auto& rate = report["figures"]["zero_result_rate"];
  EXPECT_EQ(rate["value"], 0.25);
  EXPECT_EQ(rate["count"], 3);
  EXPECT_EQ(rate["of"], 12);
  EXPECT_EQ(rate["small_sample"], true);
  EXPECT_EQ(rate["interval"].size(), 2u);
  for (const auto& [name, figure] : report["figures"].items())
    EXPECT_NE(report["definitions"][name]["definition"], nullptr) << name;
}

TEST(VisitReportJson, HasRangesFromAndTo) {
  const auto report = json::parse(to_json(report_visits(week_of_visits(), week_wish())));
  const auto& deflection = report["figures"]["deflection"];
  EXPECT_EQ(deflection["from"], 0.25);
  EXPECT_EQ(deflection["to"], 0.5);
  EXPECT_EQ(deflection["count_from"], 1);
  EXPECT_EQ(deflection["count_to"], 2);
  EXPECT_FALSE(deflection.contains("value"));
  const auto& causal = report["figures"]["causal_deflection"];
  EXPECT_EQ(causal["value"], nullptr);
  EXPECT_THAT(causal["reason"].get<std::string>(), testing::HasSubstr("at least 30"));
}

TEST(VisitReportJson, HasTheOtherTables) {
  const auto report = json::parse(to_json(report_visits(week_of_visits(), week_wish())));
  EXPECT_EQ(report["funnel"][1]["name"], "search");
  EXPECT_EQ(report["funnel"][1]["sessions"], 8);
  EXPECT_EQ(report["funnel"][1]["median_seconds"], 5.0);
  EXPECT_EQ(report["searches_to_answer"][1]["share"], 0.75);
  EXPECT_EQ(report["entries"][0]["previous"]["sessions"], 0);
  EXPECT_EQ(report["entries"][0]["previous"]["share"], nullptr);
  EXPECT_EQ(report["channels"][1], (json{{"channel", "phone"}, {"tickets", 0}, {"previous", 3}}));
  EXPECT_EQ(report["step"], "day");
  EXPECT_EQ(report["series"][1]["figures"]["sessions"]["value"], 10);
  EXPECT_EQ(report["groups"], nullptr);
  EXPECT_EQ(report["queries"]["hidden"], 1);
  EXPECT_EQ(report["queries"]["failing"][0]["query"], "=1+1");
}

TEST(VisitReportJson, IsNullWhereNothingIsKnown) {
  auto wish = week_wish();
  wish.by = VisitDimension::lang;
  const auto report = json::parse(to_json(report_visits({}, wish)));
  EXPECT_EQ(report["data_from"], nullptr);
  EXPECT_EQ(report["figures"]["sessions"]["value"], nullptr);
  EXPECT_EQ(report["figures"]["deflection"]["from"], nullptr);
  EXPECT_EQ(report["funnel"][0]["sessions"], nullptr);
  EXPECT_EQ(report["funnel"][0]["left"], nullptr);
  EXPECT_EQ(report["groups"], json::array());
}

}  // namespace
}  // namespace kb::insights
