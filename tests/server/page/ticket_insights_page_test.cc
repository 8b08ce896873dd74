#include "server/page/ticket_insights_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

TicketInsightsPage sample_page(const std::string& lang) {
  return {
      .staff = sample_staff(lang),
      .action = "/help/writer/tickets",
      .presets = {{"Last 7 days", "/help/writer/tickets?from=2026-03-03"}},
      .from = "2026-03-02",
      .to = "2026-03-08",
      .languages = {{"en", "English", false}},
      .topics = {{"hub", "hub", true}},
      .dimensions = {{"team", "By team", false}},
      .period = "March 2, 2026 to March 8, 2026",
      .tables = {{.key = "volume",
                  .title = "Tickets in and out",
                  .columns = {{"Arrived", "bar"}},
                  .rows = {{.label = "March 2, 2026", .day = "2026-03-02", .cells = {{"12", 12}}}},
                  .chart = {.kind = "bar", .is_stacked = true}}},
      .csv_url = "/help/api/v1/insights/tickets?format=csv",
      .json_url = "/help/api/v1/insights/tickets",
      .insights_url = "/help/writer/insights"};
}

TEST(TicketInsightsPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    EXPECT_EQ(broken_rules(render(renderer(), sample_page(lang))), "") << lang;
}

TEST(TicketInsightsPage, SaysWhatItsChartsDraw) {
  const auto html = render(renderer(), sample_page("en"));
  EXPECT_THAT(html, HasSubstr("<table data-chart=\"bar\" data-stacked=\"yes\">"));
  EXPECT_THAT(html, HasSubstr("data-draw=\"bar\">Arrived</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\" data-day=\"2026-03-02\">March 2, 2026</th>"
                              "<td class=\"number\" data-value=\"12\">12</td>"));
  EXPECT_THAT(html, HasSubstr("<option value=\"hub\" selected>hub</option>"));
  EXPECT_THAT(html, HasSubstr("/assets/charts.js?v="));
}

TEST(TicketInsightsPage, SaysThatThereIsNothing) {
  auto page = sample_page("en");
  page.tables.clear();
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("There are no tickets of this period."));
  EXPECT_THAT(html, Not(HasSubstr("charts.js")));
}

}  // namespace
}  // namespace kb::page
