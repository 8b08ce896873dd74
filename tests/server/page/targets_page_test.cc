#include "server/page/targets_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

TargetsPage sample_targets(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/targets",
          .insights_url = "/help/writer/insights",
          .targets = {{.id = 7,
                       .title = "Searches without results: at most 5.0 %",
                       .by = "March 31, 2026",
                       .by_day = "2026-03-31",
                       .who = "Ana <Pop>",
                       .start = "8.0 %",
                       .now = "6.1 %",
                       .goal = "at most 5.0 %",
                       .done = 63,
                       .outlook = "likely_reached",
                       .expected = "expected: 3.0 % to 4.8 %",
                       .guard = "Found the answer helpful: at least 80.0 %",
                       .guard_state = "holds",
                       .guard_now = "83.0 %"}},
          .form = {.figures = {{"zero_result_rate", "Searches without results", true}},
                   .languages = {{"pl", "Polish", false}},
                   .guards = {{"helpful_rate", "Found the answer helpful", false}}}};
}

TEST(TargetsPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_targets(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.targets.clear();
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(TargetsPage, ShowsWhereEachStands) {
  const auto html = render(renderer(), sample_targets("en"));
  EXPECT_THAT(html,
              HasSubstr("<progress max=\"100\" value=\"63\" aria-label=\"Way to the goal\">"));
  EXPECT_THAT(html, HasSubstr("<dd class=\"outlook likely_reached\">Likely reached"));
  EXPECT_THAT(html, HasSubstr("<dd>holds <span class=\"hint\">83.0 %</span></dd>"));
  EXPECT_THAT(html, HasSubstr("<bdi>Ana &lt;Pop&gt;</bdi>"));
  EXPECT_THAT(html, HasSubstr("name=\"id\" value=\"7\""));
}

TEST(TargetsPage, SaysWhatIsWrongBesideTheField) {
  auto page = sample_targets("en");
  page.form.goal = "<five>";
  page.form.goal_fault = "targets.fault_percent";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("id=\"target-goal-fault\">Write a number from 0 to 100.</span>"));
  EXPECT_THAT(html, HasSubstr("value=\"&lt;five&gt;\""));
  EXPECT_THAT(html, HasSubstr("aria-describedby=\"target-goal-hint target-goal-fault\""));
  EXPECT_THAT(html, Not(HasSubstr("target-by-fault")));
}

TEST(TargetsPage, SaysWhatToDoWhereThereIsNone) {
  auto page = sample_targets("en");
  page.targets.clear();
  EXPECT_THAT(render(renderer(), page), HasSubstr("No targets yet."));
}

}  // namespace
}  // namespace kb::page
