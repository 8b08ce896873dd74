#include "core/insights/visit_report_csv.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/core/insights/visit_scenario.h"

namespace kb::insights {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string csv_of_week() {
  return to_csv(report_visits(week_of_visits(), week_wish()));
}

TEST(VisitReportCsv, HasARowAFigure) {
  const auto csv = csv_of_week();
  EXPECT_THAT(csv, StartsWith("section,name,from,figure,unit,value,upper,count,upper_count,of,low,"
                              "high,small_sample,previous,previous_upper,previous_count,"
                              "previous_of,definition,note\r\n"));
  EXPECT_THAT(csv, HasSubstr("\r\nfigures,,,sessions,count,10,,,,,,,,8,,,,"));
  EXPECT_THAT(csv, HasSubstr("\r\nfigures,,,deflection,share_range,0.25,0.5,1,2,4,"));
  EXPECT_THAT(csv, HasSubstr("\r\nfunnel,search,,median_seconds,seconds,5,"));
  EXPECT_THAT(csv, HasSubstr("\r\nfunnel,search,,sessions,share,0.8,,8,,10,"));
  EXPECT_THAT(csv, HasSubstr("\r\nsearches_to_answer,1,,sessions,share,0.75,,3,,4,"));
  EXPECT_THAT(csv, HasSubstr("\r\nday,,2026-03-03,sessions,count,10,"));
  EXPECT_THAT(csv, HasSubstr("\r\nchannels,phone,,tickets_submitted,count,0,,,,,,,,3,"));
}

// Customers type the queries: none may become a formula of the writer's spreadsheet.
TEST(VisitReportCsv, HasQueriesAsText) {
  const auto csv = csv_of_week();
  EXPECT_THAT(csv, HasSubstr("\r\nfailing_queries,'=1+1,,zero_results,count,3,"));
  EXPECT_THAT(csv, Not(HasSubstr("sister")));
}

TEST(VisitReportCsv, HasNegativeNumbersAsNumbers) {
  auto sums = week_of_visits();
  add_counts(sums.all.now, {{Counter::forms_holdout, 79},
                            {Counter::forms_holdout_submitted, 47},
                            {Counter::forms_offered, 67},
                            {Counter::forms_offered_submitted, 55}});
  EXPECT_THAT(to_csv(report_visits(sums, week_wish())),
              HasSubstr("causal_deflection,difference,-0.2,,,,,-0.33"));
}

TEST(VisitReportCsv, HasEmptyCellsForWhatIsNotKnown) {
  const auto csv = to_csv(report_visits({}, week_wish()));
  EXPECT_THAT(csv, HasSubstr("\r\nnote,,,,,,,,,,,,,,,,,,nothing has happened yet\r\n"));
  EXPECT_THAT(csv, HasSubstr("\r\nfigures,,,sessions,count,,,,,,,,,,,,,"));
}

TEST(VisitReportCsv, HasGroups) {
  auto sums = week_of_visits();
  sums.groups["pl"].now.add(Counter::sessions, 7);
  auto wish = week_wish();
  wish.by = VisitDimension::lang;
  EXPECT_THAT(to_csv(report_visits(sums, wish)), HasSubstr("\r\nby_lang,pl,,sessions,count,7,"));
}

}  // namespace
}  // namespace kb::insights
