#include "core/insights/visit_report_text.h"

#include <gmock/gmock.h>

#include "tests/core/insights/visit_scenario.h"

namespace kb::insights {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string week(const VisitWish& wish = week_wish()) {
  return to_text(report_visits(week_of_visits(), wish));
}

TEST(VisitReportText, SaysWhichDaysItIsOf) {
  EXPECT_THAT(week(), StartsWith("Visits from 2026-03-02 to 2026-03-08 (UTC), beside 2026-02-23 "
                                 "to 2026-03-01\n"));
  auto wish = week_wish();
  wish.lang = "pl";
  wish.category = "billing";
  EXPECT_THAT(week(wish), HasSubstr("Only in the language pl.\nOnly of the category billing.\n"));
}

TEST(VisitReportText, TellsDeflectionAsARangeWithItsDefinition) {
  const auto text = week();
  EXPECT_THAT(text, ContainsRegex("\n  Deflection +25.0 % to 50.0 %\\* +1 to 2 of 4 "));
  EXPECT_THAT(text, HasSubstr("\n  Deflection: A range: confirmed"));
  EXPECT_THAT(text, ContainsRegex("Causal deflection +– +the holdout has 1 forms, at least 30"));
  EXPECT_THAT(text, HasSubstr("* fewer than 30 counted\n"));
}

TEST(VisitReportText, SetsTheOtherTablesBelow) {
  const auto text = week();
  EXPECT_THAT(text, ContainsRegex("\n  Searched +8 +80.0 %\\* +5 s +0 +0 +0.0 %\\*\n"));
  EXPECT_THAT(text, ContainsRegex("\n  1 search +3 +75.0 %\\*"));
  EXPECT_THAT(text, ContainsRegex("\n  A search engine +4 +40.0 %\\*"));
  EXPECT_THAT(text, ContainsRegex("\n  form +2 +1\n"));
  EXPECT_THAT(text, ContainsRegex("\n  2026-03-03 +10 "));
  EXPECT_THAT(text, ContainsRegex("\n  late parcel +en +7 +0 +0 +3 +0\n"));
  EXPECT_THAT(text, HasSubstr("\n1 queries of fewer than 2 visitors are not shown"));
  EXPECT_THAT(text, Not(HasSubstr("sister")));
}

TEST(VisitReportText, BreaksDown) {
  auto wish = week_wish();
  wish.by = VisitDimension::lang;
  EXPECT_THAT(week(wish), HasSubstr("\nBy lang\n  nothing\n"));
  auto sums = week_of_visits();
  for (int i = 0; i < 25; ++i) sums.groups["g" + std::to_string(i)].now.add(Counter::sessions, 1);
  const auto text = to_text(report_visits(sums, wish));
  EXPECT_THAT(text, HasSubstr("… and 5 more: see --format csv"));
}

TEST(VisitReportText, TellsACausalDifferenceInPoints) {
  auto sums = week_of_visits();
  add_counts(sums.all.now, {{Counter::forms_holdout, 69},
                            {Counter::forms_holdout_submitted, 55},
                            {Counter::forms_offered, 77},
                            {Counter::forms_offered_submitted, 47}});
  auto wish = week_wish();
  wish.cost_per_ticket = 100;
  const auto text = to_text(report_visits(sums, wish));
  EXPECT_THAT(text, ContainsRegex("\\+20.0 points +\\+5.2 points to \\+33.4 points"));
  EXPECT_THAT(text, HasSubstr("100 to 200 EUR"));
}

TEST(VisitReportText, SaysThatThereIsNothing) {
  VisitSums none;
  const auto text = to_text(report_visits(none, week_wish()));
  EXPECT_THAT(text, HasSubstr("Note: nothing has happened yet.\n"));
  EXPECT_THAT(text, ContainsRegex("\n  Sessions +– +–\n"));
}

}  // namespace
}  // namespace kb::insights
