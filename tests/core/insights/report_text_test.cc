#include "core/insights/report_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/insights/scenario.h"

namespace kb::insights {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

const Period kWeek = period("2026-03-09", "2026-03-15");
const Time kLater = at("2026-04-01");

std::string text_of(Scenario& s, std::optional<Dimension> by = {}) {
  return to_text(report_tickets(s.figure_tickets(), {kWeek, kLater, by, {{"", {60, 0}}}}));
}

TEST(ReportText, ShowsFiguresBesideThoseBefore) {
  Scenario s;
  s.add("2026-03-02");
  Ticket& ticket = s.add_solved("2026-03-10T09:00:00Z", "2026-03-10T09:12:00Z");
  ticket.links = {{"en", "refund", ""}};
  ticket.team = "orders";
  const std::string text = text_of(s, Dimension::team);
  EXPECT_THAT(text, HasSubstr("Tickets from 2026-03-09 to 2026-03-15 (UTC), beside 2026-03-02 to "
                              "2026-03-08\nThe newest ticket is of 2026-03-10T09:00:00Z.\n"));
  EXPECT_THAT(text, ContainsRegex("\n  Arrived +1 +1\n"));
  EXPECT_THAT(text, ContainsRegex("\n  Time to first response, median +12 min\\* +of 1 "));
  EXPECT_THAT(text, ContainsRegex("\n  An article linked or created +100.0 %\\* +1 of 1 +20.7 % to "
                                  "100.0 % +– +0 of 0\n"));
  EXPECT_THAT(text, ContainsRegex("\n  2026-03-10 +1 +1 +1 +0 +0\n"));
  EXPECT_THAT(text, ContainsRegex("\n  \\(none\\) +First response within the target +100.0 %"));
  EXPECT_THAT(text, ContainsRegex("\n  en/refund +1 +0\n"));
  EXPECT_THAT(text, HasSubstr("Forecast\n  none: there are 9 days of tickets"));
  EXPECT_THAT(text, HasSubstr(std::string(kNotCausal)));
  EXPECT_THAT(text, ContainsRegex("\nBy team\n.*\n  orders +1 +\\(0\\) "));
}

TEST(ReportText, SaysThatThereIsNothing) {
  Scenario none;
  const std::string text = text_of(none);
  EXPECT_THAT(text, HasSubstr("Note: there are no tickets yet.\n"));
  EXPECT_THAT(text, ContainsRegex("\n  Arrived +– +–\n"));
  EXPECT_THAT(text, Not(HasSubstr("Day by day")));
}

TEST(ReportText, CutsLongListsAndSaysSo) {
  Scenario s;
  for (int i = 0; i < 23; ++i) s.add("2026-03-10").topic = "topic " + std::to_string(i);
  EXPECT_THAT(text_of(s), HasSubstr("… and 3 more: see --format csv\n"));
}

TEST(ReportText, ShowsTheForecast) {
  Scenario s;
  for (Time day = at("2026-02-09"); day < at("2026-03-16"); day += kDay) s.add(iso_time(day));
  const std::string text = text_of(s);
  EXPECT_THAT(text, ContainsRegex("\n  2026-03-16 +1.0 +1.0 to 1.0 +1.0 to 1.0\n"));
  EXPECT_THAT(text, HasSubstr("Off by 0.0 tickets a day when tried on 35 days of the past"));
}

}  // namespace
}  // namespace kb::insights
