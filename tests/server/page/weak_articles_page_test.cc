#include "server/page/weak_articles_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;

WeakArticlesPage weak_page(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/articles",
          .note = "Counting began <today>.",
          .reasons = {{"outdated", "Old", true}},
          .count = 1,
          .articles = {{.title = "Zwroty <1>",
                        .lang = "pl",
                        .url = "/help/pl/a/refund",
                        .category = "Billing",
                        .owner = "ana",
                        .readers = 1200,
                        .findings = {{"outdated", "Last changed: <2024>.", "/help/pl/a/refund"},
                                     {"never_found", "Shown: 7.", "/help/writer/synonyms"}}}},
          .csv_url = "/help/csv",
          .json_url = "/help/json"};
}

TEST(WeakArticlesPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), weak_page(lang))), "") << lang;
    EXPECT_EQ(broken_rules(render(renderer(), WeakArticlesPage{.staff = sample_staff(lang)})), "")
        << lang;
  }
}

TEST(WeakArticlesPage, ShowsReasonsAndSteps) {
  const auto html = render(renderer(), weak_page("en"));
  EXPECT_THAT(html,
              HasSubstr("<a href=\"/help/pl/a/refund\" lang=\"pl\" dir=\"ltr\">Zwroty &lt;1&gt;"));
  EXPECT_THAT(html, HasSubstr("Readers: 1,200"));
  EXPECT_THAT(html, HasSubstr("<strong>Not updated in long</strong>"));
  EXPECT_THAT(html, HasSubstr("Last changed: &lt;2024&gt;."));
  EXPECT_THAT(html, HasSubstr("href=\"/help/writer/synonyms\">Add the customers’ words</a>"));
}

TEST(WeakArticlesPage, SaysWhatToDoWhereThereAreNone) {
  WeakArticlesPage none{.staff = sample_staff("en")};
  EXPECT_THAT(render(renderer(), none), HasSubstr("No article wants work."));
  none.empty = WeakArticlesPage::Empty::none_chosen;
  EXPECT_THAT(render(renderer(), none), HasSubstr("No article is like that."));
  none.empty = WeakArticlesPage::Empty::no_articles;
  EXPECT_THAT(render(renderer(), none), HasSubstr("Nothing is published yet."));
}

}  // namespace
}  // namespace kb::page
