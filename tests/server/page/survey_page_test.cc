#include "server/page/survey_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

SurveyPage sample_survey(const std::string& lang) {
  SurveyPage page{.site = sample_site(lang),
                  .action = "/help/" + lang + "/survey",
                  .about = "article",
                  .object = lang + "/billing/refund"};
  for (const auto& scale : kScales) page.questions.push_back({&scale});
  return page;
}

std::size_t count_of(const std::string& html, std::string_view text) {
  std::size_t count = 0;
  for (auto at = html.find(text); at != html.npos; at = html.find(text, at + 1)) ++count;
  return count;
}

TEST(SurveyPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_survey(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.fault = true;
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.questions.clear();
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(SurveyPage, AsksOnEachScaleFromOneToItsHighest) {
  const auto html = render(renderer(), sample_survey("en"));
  EXPECT_EQ(count_of(html, "<fieldset"), kScales.size());
  for (const auto& scale : kScales) {
    const auto name = "name=\"" + std::string(scale.name) + "\" value=\"";
    EXPECT_EQ(count_of(html, name), static_cast<std::size_t>(scale.highest)) << scale.name;
    EXPECT_THAT(html, HasSubstr(R"(name="ask" value=")" + std::string(scale.name)));
  }
  EXPECT_THAT(html, HasSubstr("It was easy to solve my problem.</legend>"));
  EXPECT_THAT(html, HasSubstr(R"(name="object" value="en/billing/refund">)"));
}

// Who hears the page hears what the ends of a scale mean, with their numbers.
TEST(SurveyPage, SaysWhatTheEndsMean) {
  auto page = sample_survey("en");
  page.questions = {{&kScales[1]}};
  const auto html = render(renderer(), page);
  EXPECT_THAT(
      html, HasSubstr(R"(<span>1</span><span class="visually-hidden"> Strongly disagree</span>)"));
  EXPECT_THAT(html,
              HasSubstr(R"(<span>7</span><span class="visually-hidden"> Strongly agree</span>)"));
  EXPECT_THAT(html, HasSubstr(R"(<p class="ends" aria-hidden="true">)"));
}

TEST(SurveyPage, KeepsWhatWasChosen) {
  auto page = sample_survey("en");
  page.questions = {{&kScales[1], 6}};
  page.fault = true;
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(value="6" checked>)"));
  EXPECT_EQ(count_of(html, " checked>"), 1U);
  EXPECT_THAT(html, HasSubstr("role=\"alert\">Choose a number"));
}

TEST(SurveyPage, ThanksWhereNothingIsAsked) {
  auto page = sample_survey("en");
  page.questions.clear();
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("Thank you for your answer.</h1>"));
  EXPECT_THAT(html, Not(HasSubstr("<fieldset")));
}

}  // namespace
}  // namespace kb::page
