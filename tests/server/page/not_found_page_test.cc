#include "server/page/not_found_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;

struct Case {
  std::string path, words;
};
class WordsOfPath : public testing::TestWithParam<Case> {};

TEST_P(WordsOfPath, AreWhatAReaderWouldSearchFor) {
  EXPECT_EQ(words_of_path(GetParam().path), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, WordsOfPath,
    testing::Values(Case{"/en/a/billing/get-refund.html", "billing get refund"},
                    Case{"/pt-BR/c/billing", "billing"},
                    Case{"/hc/articles/360001_reset%20password.php",
                         "articles 360001 reset 20password"},
                    Case{"/ro/a/plăți/ramburs", "plăți ramburs"}, Case{"/faq/E-1042", "faq E 1042"},
                    Case{"/account", "account"}, Case{"/a/b/a", "b a"}, Case{"/en/", ""},
                    Case{"", ""}, Case{"//..//", ""}, Case{"/\"><script>", "script"}));

TEST(WordsOfPath, EndsWithAWordWithinAHundredBytes) {
  std::string path = "/en/a/";
  for (int i = 0; i < 60; ++i) path += "word-";
  const auto words = words_of_path(path);
  EXPECT_LE(words.size(), 100U);
  EXPECT_TRUE(words.ends_with("word"));
}

// A long word without a space was cut inside a character, and the page was no longer UTF-8.
TEST(WordsOfPath, NeverEndsInsideACharacter) {
  std::string path = "/en/x";
  for (int i = 0; i < 60; ++i) path += "й";
  EXPECT_EQ(words_of_path(path).size(), 99U);
}

TEST(NotFoundPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    NotFoundPage page;
    page.site = sample_site(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(NotFoundPage, LeadsOn) {
  NotFoundPage page;
  page.site = sample_site("en");
  page.site.query = words_of_path("/en/a/billing/refund");
  page.articles.emplace_back();
  page.articles[0].title = "Get a refund";
  page.articles[0].url = "/help/en/a/billing/refund";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("value=\"billing refund\""));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/help/en/a/billing/refund">Get a refund</a>)"));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/help/en/">Go to the home page</a>)"));
  EXPECT_THAT(html, HasSubstr("noindex"));
}

}  // namespace
}  // namespace kb::page
