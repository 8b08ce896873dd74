#include "server/page/synonyms_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

SynonymsPage synonyms_sample(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/synonyms",
          .decide_url = "/help/writer/synonyms?lang=pl",
          .languages = {{"pl", "Polish", true}, {"ar", "Arabic"}},
          .is_found = true,
          .problem = "cannot write <file>",
          .proposals = {{.lang = "pl",
                         .asked = "kasy",
                         .found = "kosztów",
                         .customers = 7,
                         .asked_by = 1200,
                         .examples = {{"zwrot <kasy>", "zwrot kosztów"}},
                         .article = "Zwrot kosztów",
                         .article_url = "/help/pl/a/billing/refund"},
                        {.lang = "ar", .asked = "نقود", .found = "استرداد"}}};
}

TEST(SynonymsPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), synonyms_sample(lang))), "") << lang;
    EXPECT_EQ(broken_rules(render(renderer(), {.staff = sample_staff(lang)})), "") << lang;
  }
}

TEST(SynonymsPage, ShowsPairsWithTheirEvidence) {
  const auto html = render(renderer(), synonyms_sample("en"));
  EXPECT_THAT(html, HasSubstr("7 of 1,200"));
  EXPECT_THAT(html, HasSubstr("zwrot &lt;kasy&gt;"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/help/pl/a/billing/refund\" lang=\"pl\" dir=\"ltr\">"));
  EXPECT_THAT(html, HasSubstr("name=\"asked\" value=\"kasy\""));
  EXPECT_THAT(html, HasSubstr("name=\"lang\" value=\"pl\""));
  EXPECT_THAT(html, HasSubstr("cannot write &lt;file&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("no proposals now")));
}

TEST(SynonymsPage, CanBeChosenFromWhereThereAreSeveralLanguages) {
  auto page = synonyms_sample("en");
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("<option value=\"pl\" selected>Polish</option>"));
  EXPECT_THAT(html, HasSubstr("<form method=\"post\" action=\"/help/writer/synonyms?lang=pl\">"));
  page.languages.pop_back();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("synonyms-lang")));
}

TEST(SynonymsPage, SaysWhatToWaitFor) {
  SynonymsPage none{.staff = sample_staff("en"), .is_found = true};
  EXPECT_THAT(render(renderer(), none), HasSubstr("no proposals now"));
  none.is_found = false;
  EXPECT_THAT(render(renderer(), none), HasSubstr("since the server started"));
}

}  // namespace
}  // namespace kb::page
