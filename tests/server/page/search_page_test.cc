#include "server/page/search_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

SearchResult refund_result() {
  SearchResult result;
  result.title = "Get a <refund>";
  result.url = "/help/en/a/billing/refund#how-long";
  result.section_title = "How long";
  result.snippet_html = "your <mark>refund</mark> &amp; more";
  result.category = "Billing";
  result.lang = "en";
  return result;
}

SearchPage sample_search(const std::string& lang) {
  SearchPage page;
  page.site = sample_site(lang);
  page.site.query = "refund";
  page.results = {refund_result()};
  page.total = 12;
  page.filters = {{"Billing", "/f1", 1234, true}, {"Account", "/f2", 3, false}};
  page.paging.previous_url = "/help/en/search?q=refund&page=1";
  page.paging.next_url = "/help/en/search?q=refund&page=3";
  page.paging.number = 2;
  return page;
}

struct Heading {
  std::string lang;
  std::int64_t total;
  bool more;
  std::string text;
};
class SearchHeading : public testing::TestWithParam<Heading> {};

TEST_P(SearchHeading, CountsAsTheLanguageDoes) {
  auto page = sample_search(GetParam().lang);
  page.total = GetParam().total;
  page.total_is_lower_bound = GetParam().more;
  EXPECT_THAT(render(renderer(), page), HasSubstr("<h1>" + GetParam().text + "</h1>"));
}

INSTANTIATE_TEST_SUITE_P(
    Languages, SearchHeading,
    testing::Values(Heading{"en", 12, false, "12 results for “refund”"},
                    Heading{"en", 1, false, "1 result for “refund”"},
                    Heading{"en", 0, false, "No results for “refund”"},
                    Heading{"en", 1000, true, "More than 1,000 results for “refund”"},
                    Heading{"ro", 20, false, "20 de rezultate pentru „refund”"},
                    Heading{"pl", 3, false, "3 wyniki dla „refund”"},
                    Heading{"it", 1, false, "1 risultato per «refund»"},
                    Heading{"ru", 5, false, "5 результатов по запросу «refund»"}));

TEST(SearchPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_search(lang))), "") << lang;
  }
}

TEST(SearchPage, IsNotForSearchEngines) {
  EXPECT_THAT(render(renderer(), sample_search("en")),
              HasSubstr(R"(<meta name="robots" content="noindex">)"));
}

TEST(SearchPage, LandsOnTheSectionAndMarksTheWords) {
  const auto html = render(renderer(), sample_search("en"));
  EXPECT_THAT(
      html, HasSubstr(R"(<a href="/help/en/a/billing/refund#how-long">Get a &lt;refund&gt;</a>)"));
  EXPECT_THAT(html, HasSubstr("<span class=\"section\">How long</span>"));
  EXPECT_THAT(html, HasSubstr("your <mark>refund</mark> &amp; more"));
}

TEST(SearchPage, EscapesTheQueryEverywhere) {
  auto page = sample_search("en");
  page.site.query = "\"><script>alert(1)</script> {{t.search.title}} {count}";
  for (const std::int64_t total : {0, 12}) {
    page.total = total;
    const auto html = render(renderer(), page);
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(html, HasSubstr("&quot;&gt;&lt;script&gt;"));
    EXPECT_THAT(html, HasSubstr("{{t.search.title}} {count}"));
  }
}

TEST(SearchPage, LabelsResultsInOtherLanguages) {
  auto page = sample_search("ro");
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("<span class=\"label\">În engleză</span>"));
  EXPECT_THAT(html, HasSubstr(R"(#how-long" lang="en" dir="ltr">)"));
  page.results[0].lang = "ar";
  EXPECT_THAT(render(renderer(), page), HasSubstr(R"(<span lang="ar" dir="rtl">your <mark>)"));
  page.results[0].lang = "ro";
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"label\"")));
}

TEST(SearchPage, SaysWhenOnlyOtherLanguagesHaveAResult) {
  auto page = sample_search("ro");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"notice\"")));
  page.only_fallback = true;
  EXPECT_THAT(render(renderer(), page), HasSubstr("<p class=\"notice\">"));
}

TEST(SearchPage, OffersToWriteAfterTheResults) {
  auto page = sample_search("en");
  page.site.contact_url = "https://fernway.example/contact";
  EXPECT_THAT(render(renderer(), page),
              HasSubstr(R"(href="https://fernway.example/contact">Did not find the answer?)"));
}

TEST(SearchPage, ShowsWhichFilterIsChosen) {
  const auto html = render(renderer(), sample_search("en"));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/f1" aria-current="true">)"));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/f2">)"));
  EXPECT_THAT(html, HasSubstr("1,234"));
}

TEST(SearchPage, PagesOnlyWhereThereIsMore) {
  auto page = sample_search("en");
  auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("Page 2"));
  EXPECT_THAT(html, HasSubstr("rel=\"prev\" href=\"/help/en/search?q=refund&amp;page=1\""));
  page.paging.previous_url.clear();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("rel=\"prev\"")));
  page.paging.next_url.clear();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"paging\"")));
}

TEST(SearchPage, HelpsWhenNothingWasFound) {
  auto page = sample_search("en");
  page.total = 0;
  page.results.clear();
  page.categories = {{"Billing", "/help/en/c/billing"}};
  page.did_you_mean = {"refunds", "/help/en/search?q=refunds"};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("Check the spelling."));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/help/en/c/billing">Billing</a>)"));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/help/en/search?q=refunds">refunds</a>)"));
}

TEST(SearchPage, SaysWhatItSearchedInstead) {
  auto page = sample_search("en");
  page.site.query = "refnud";
  page.searched = "refund";
  page.verbatim_url = "/help/en/search?q=refnud&exact=1";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("Showing results for “refund”."));
  EXPECT_THAT(html, HasSubstr(R"(href="/help/en/search?q=refnud&amp;exact=1")"));
  EXPECT_THAT(html, HasSubstr("Search for “refnud” instead"));
}

TEST(SearchPage, InvitesWhenNothingWasAsked) {
  SearchPage page;
  page.site = sample_site("en");
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("Ask a question"));
  EXPECT_THAT(html, Not(HasSubstr("No results")));
}

}  // namespace
}  // namespace kb::page
