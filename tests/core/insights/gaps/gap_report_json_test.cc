#include "core/insights/gaps/gap_report_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/insights/gaps/sample_gap_report.h"

namespace kb::insights {
namespace {

using nlohmann::json;

TEST(GapReportJson, TellsAGap) {
  const json gap = json::parse(gap_json(sample_gap_report().gaps.front()).dump());
  EXPECT_EQ(gap["id"], 17);
  EXPECT_EQ(gap["diagnosis"], "missing_in_language");
  EXPECT_EQ(gap["trend"], "rising");
  EXPECT_EQ(gap["customers"], 40);
  EXPECT_EQ(gap["customers_before"], 10);
  EXPECT_EQ(gap["failures"]["count"], 45);
  EXPECT_EQ(gap["failures"]["rate"], 0.75);
  EXPECT_EQ(gap["reasons"][0]["key"], "fallback");
  EXPECT_EQ(gap["questions"][1]["text"], "zwrot pieniędzy");
  EXPECT_EQ(gap["articles"][0]["id"], "billing/refund");
  EXPECT_EQ(gap["newest_tickets"], json({"contact/1042"}));
  EXPECT_TRUE(gap["synonym"].is_null());
}

TEST(GapReportJson, HasNullForWhatIsNotKnown) {
  const json gap = json::parse(gap_json(sample_gap_report().gaps.back()).dump());
  for (const char* name : {"id", "category", "customers_before", "cost", "synonym"})
    EXPECT_TRUE(gap[name].is_null()) << name;
  EXPECT_TRUE(gap["failures"]["rate"].is_null());
}

TEST(GapReportJson, TellsTheReport) {
  const json report = json::parse(to_json(sample_gap_report()));
  EXPECT_EQ(report["period"]["from"], "2026-03-02");
  EXPECT_EQ(report["period"]["to"], "2026-03-29");
  EXPECT_EQ(report["made"], "2026-03-29T10:00:00Z");
  EXPECT_EQ(report["filtered"], 7);
  EXPECT_EQ(report["gaps"].size(), 2U);
  EXPECT_EQ(report["synonyms"][0]["asked"], "kasa");
}

// What only one customer asked holds a gap together, and is nobody's to read.
TEST(GapReportJson, KeepsTheMembersToItself) {
  EXPECT_EQ(to_json(sample_gap_report()).find("secret"), std::string::npos);
}

}  // namespace
}  // namespace kb::insights
