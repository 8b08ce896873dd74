#include "core/insights/report_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const Period kWeek = period("2026-03-09", "2026-03-15");
const Time kLater = at("2026-04-01");

std::string csv_of(Scenario& s) {
  return to_csv(report_tickets(s.figure_tickets(), {kWeek, kLater, Dimension::team, {}}));
}

TEST(ReportCsv, HasOneRowAFigure) {
  Scenario s;
  s.add("2026-03-02");
  s.add_solved("2026-03-10", "2026-03-10").links = {{"en", "refund", ""}};
  const std::string csv = csv_of(s);
  EXPECT_THAT(csv, StartsWith("section,name,from,figure,unit,value,count,of,low,high,small_sample,"
                              "previous,previous_count,previous_of,note\r\n"));
  EXPECT_THAT(csv, HasSubstr("figures,,,arrived,tickets,1,,,,,,1,,,\r\n"));
  EXPECT_THAT(csv, HasSubstr("figures,,,link_rate,share,1,1,1,0.206549,1,yes,,0,0,\r\n"));
  EXPECT_THAT(csv, HasSubstr("days,,2026-03-10,arrived,tickets,1,,,,,,,,,\r\n"));
  EXPECT_THAT(csv, HasSubstr("types,question,,arrived,tickets,1,,,,,,1,,,steady\r\n"));
  EXPECT_THAT(csv, HasSubstr("types_by_step,question,2026-03-10,arrived,tickets,1,"));
  EXPECT_THAT(csv, HasSubstr("articles,en/refund,,linked,tickets,1,,,,,,0,,,\r\n"));
  EXPECT_THAT(csv, HasSubstr("forecast,,,expected,tickets,,,,,,,,,,there are 9 days of tickets; a "
                             "forecast needs 28\r\n"));
  EXPECT_THAT(
      csv, HasSubstr("retention,,,renewed_linked,share,,0,0,,,,,0,0," + std::string(kNotCausal)));
}

// A customer's word, such as a topic that a form lets them choose, must not become a formula.
TEST(ReportCsv, RunsNothingInASpreadsheet) {
  Scenario s;
  Ticket& ticket = s.add("2026-03-10");
  ticket.topic = "=HYPERLINK(\"http://a.example\")";
  ticket.team = "@SUM(A1:A9)";
  const std::string csv = csv_of(s);
  EXPECT_THAT(csv, HasSubstr("topics,\"'=HYPERLINK(\"\"http://a.example\"\")\","));
  EXPECT_THAT(csv, HasSubstr("team,'@SUM(A1:A9),,arrived,tickets,1,"));
}

TEST(ReportCsv, IsEmptyCellsWhereNothingIsKnown) {
  Scenario none;
  const std::string csv = csv_of(none);
  EXPECT_THAT(csv, HasSubstr("note,,,,,,,,,,,,,,there are no tickets yet\r\n"));
  EXPECT_THAT(csv, HasSubstr("figures,,,arrived,tickets,,,,,,,,,,\r\n"));
}

}  // namespace
}  // namespace kb::insights
