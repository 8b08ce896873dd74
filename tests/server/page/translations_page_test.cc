#include "server/page/translations_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

TranslationsPage matrix_page(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/translations",
          .language_choices = {{"pl", "Polish", true}},
          .categories = {{"billing", "Billing", false}},
          .state = "missing",
          .languages = {"en", "ar"},
          .rows = {{.title = "Late <parcels>",
                    .lang = "en",
                    .url = "/help/en/a/late",
                    .unmet = 1200,
                    .cells = {{.state = "original", .url = "/help/en/a/late", .views = 20},
                              {.state = "missing", .asked = 1200, .work_url = "/help/draft"}}}},
          .count = 51,
          .paging = {.number = 1, .next_url = "/help/writer/translations?page=2"},
          .csv_url = "/help/csv",
          .json_url = "/help/json"};
}

TEST(TranslationsPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), matrix_page(lang))), "") << lang;
    EXPECT_EQ(broken_rules(render(renderer(), TranslationsPage{.staff = sample_staff(lang)})), "")
        << lang;
  }
}

TEST(TranslationsPage, ShowsCellsWithDemandAndWork) {
  const auto html = render(renderer(), matrix_page("en"));
  EXPECT_THAT(html, HasSubstr("<td class=\"number\">1,200</td>"));
  EXPECT_THAT(html, HasSubstr("Visitors who asked: 1,200"));
  EXPECT_THAT(html, HasSubstr("<a class=\"work\" href=\"/help/draft\">Start translation</a>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\">Arabic</th>"));
  EXPECT_THAT(html, HasSubstr("value=\"missing\" selected"));
  EXPECT_THAT(html, Not(HasSubstr("Every article is translated")));
}

TEST(TranslationsPage, SaysWhatToDoWhereThereIsNothing) {
  TranslationsPage none{.staff = sample_staff("en")};
  EXPECT_THAT(render(renderer(), none), HasSubstr("Nothing is published yet."));
  none.empty = TranslationsPage::Empty::none_chosen;
  EXPECT_THAT(render(renderer(), none), HasSubstr("No article is like that."));
  none.is_complete = true;
  EXPECT_THAT(render(renderer(), none), HasSubstr("Every article is translated"));
}

}  // namespace
}  // namespace kb::page
