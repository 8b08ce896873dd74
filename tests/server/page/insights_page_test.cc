#include "server/page/insights_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

InsightsPage sample_insights(const std::string& lang) {
  return {
      .staff = sample_staff(lang),
      .action = "/help/writer/insights",
      .presets = {{"Last 7 days", "/help/writer/insights?from=2026-03-03"}},
      .from = "2026-03-02",
      .to = "2026-03-08",
      .languages = {{"en", "English", false}, {"ro", "Romanian", true}},
      .categories = {{"billing", "Billing", false}},
      .dimensions = {{"lang", "By language", false}},
      .steps = {{"day", "Day by day", false}},
      .period = "March 2, 2026 to March 8, 2026",
      .notes = {"The period is not over."},
      .tables =
          {{.key = "search",
            .title = "Search",
            .columns = {{"Now"}, {"Before"}},
            .rows = {{.label = "Searches", .cells = {{"12"}, {"–"}}},
                     {.label = "<late>", .lang = "en", .is_words = false, .cells = {{"3"}, {"1"}}}},
            .meanings = {{"Searches", "Intents."}},
            .note = "Cut."},
           {.key = "channels", .title = "Channels", .columns = {{"Tickets"}}}},
      .csv_url = "/help/api/v1/insights?format=csv",
      .json_url = "/help/api/v1/insights"};
}

TEST(InsightsPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    EXPECT_EQ(broken_rules(render(renderer(), sample_insights(lang))), "") << lang;
}

TEST(InsightsPage, ShowsTablesThatAScreenReaderReads) {
  const auto html = render(renderer(), sample_insights("ro"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"insights-search\">Search</h2>"));
  EXPECT_THAT(html, HasSubstr("role=\"group\" aria-labelledby=\"insights-search\" tabindex=\"0\""));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"number\">Now</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Searches</th><td class=\"number\">12</td>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\" lang=\"en\" dir=\"ltr\"><bdi>&lt;late&gt;</bdi>"));
  EXPECT_THAT(html, HasSubstr("<dt>Searches</dt><dd>Intents.</dd>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"hint\">Cut.</p>"));
  EXPECT_THAT(html, HasSubstr("<option value=\"ro\" selected>Romanian</option>"));
}

TEST(InsightsPage, SaysWhereATableIsEmpty) {
  EXPECT_THAT(render(renderer(), sample_insights("en")),
              HasSubstr("<p class=\"empty\">Nothing in this period.</p>"));
}

TEST(InsightsPage, SaysThatThereIsNothing) {
  auto page = sample_insights("en");
  page.tables.clear();
  page.fault = "not a day: 'monday'";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("There are no figures of this period yet."));
  EXPECT_THAT(html, HasSubstr("role=\"alert\""));
  EXPECT_THAT(html, Not(HasSubstr("format=csv")));
}

}  // namespace
}  // namespace kb::page
