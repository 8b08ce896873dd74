#include "server/page/notices_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

NoticesPage sample_notices(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/notices",
          .back_url = "/help/writer",
          .languages = {"en", "pl"},
          .longest_text = 140,
          .today = "2026-11-23",
          .notices = {{.id = 7,
                       .text = "Strajk <kurierów>",
                       .lang = "pl",
                       .article = "Late parcels",
                       .url = "/help/pl/a/late",
                       .who = "ana"},
                      {.id = 8, .text = "Outage", .who = "ana"}},
          .rising = {{"late parcels", "en", 12, "/help/writer/notices?gap=3"}},
          .form = {.text = "A & B", .lang = "pl", .until_fault = "notice.fault_until"}};
}

TEST(NoticesPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_notices(lang))), "") << lang;
    EXPECT_EQ(broken_rules(render(renderer(), NoticesPage{.staff = sample_staff(lang)})), "")
        << lang;
  }
}

TEST(NoticesPage, ShowsWhatIsPinnedAndWhatIsOnTheRise) {
  const auto html = render(renderer(), sample_notices("en"));
  EXPECT_THAT(html, HasSubstr("<bdi>Strajk &lt;kurierów&gt;</bdi>"));
  EXPECT_THAT(html, HasSubstr("All languages"));
  EXPECT_THAT(html, HasSubstr("12 customers"));
  EXPECT_THAT(html, HasSubstr("/help/writer/notices?gap=3"));
  EXPECT_THAT(html, HasSubstr("id=\"notice-until-fault\""));
  EXPECT_THAT(html, Not(HasSubstr("id=\"notice-text-fault\"")));
  EXPECT_THAT(html, HasSubstr("<option value=\"pl\" selected>"));
}

TEST(NoticesPage, SaysWhatTheGapAsks) {
  auto page = sample_notices("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("notice-text-hint")));
  page.asked = {"zwrot <kasy>", "pl"};
  page.form.text_fault = "notice.fault_text";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("<bdi lang=\"pl\" dir=\"ltr\">zwrot &lt;kasy&gt;</bdi>"));
  EXPECT_THAT(html, HasSubstr("aria-describedby=\"notice-text-hint notice-text-fault\""));
}

}  // namespace
}  // namespace kb::page
