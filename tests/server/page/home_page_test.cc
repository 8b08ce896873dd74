#include "server/page/home_page.h"

#include "core/base/date.h"
#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

ArticleLink refund() {
  ArticleLink link;
  link.title = "Refunds <now>";
  link.url = "/help/en/a/billing/refund?a=1&b=2";
  link.updated = parse_time("2026-04-02").value();
  return link;
}

HomePage sample_home(const std::string& lang) {
  HomePage page;
  page.site = sample_site(lang);
  page.categories.push_back({"Billing", "/help/en/c/billing", "card", 7, {refund()}});
  page.newest.push_back(refund());
  return page;
}

TEST(HomePage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_home(lang))), "") << lang;
  }
}

TEST(HomePage, HasOneSearchBoxAndItIsInTheHero) {
  const auto html = render(renderer(), sample_home("en"));
  EXPECT_LT(html.find("class=\"hero\""), html.find("role=\"search\""));
  EXPECT_EQ(html.find("role=\"search\""), html.rfind("role=\"search\""));
  EXPECT_THAT(html, HasSubstr(R"(action="/help/en/search" method="get")"));
  EXPECT_THAT(html, HasSubstr(R"(type="search" name="q" value="" enterkeyhint="search")"));
}

// The search box is what most come for: nothing but the skip link stands before it for a keyboard.
TEST(HomePage, PutsTheSearchBoxBeforeTheHeadersLinks) {
  auto page = sample_home("en");
  page.site.header_links = {{"Shop", "https://fernway.example/"}};
  const auto html = render(renderer(), page);
  EXPECT_LT(html.find("skip-link"), html.find("role=\"search\""));
  EXPECT_LT(html.find("role=\"search\""), html.find("class=\"site-name\""));
  EXPECT_LT(html.find("role=\"search\""), html.find(">Shop</a>"));
}

TEST(HomePage, ShowsTheBrand) {
  auto page = sample_home("en");
  page.site.logo_url = "/help/assets/logo.svg";
  page.site.footer_links = {{"Status <now>", "https://status.fernway.example/?a&b"}};
  page.site.notice = "Late <today>";
  page.site.feed_url = "/help/en/feed.xml";
  page.site.opensearch_url = "/help/en/opensearch.xml";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr(R"(src="/help/assets/logo.svg" alt="")"));
  EXPECT_THAT(html, HasSubstr("<style>" + renderer().style(Looks::finding) + "</style>"));
  EXPECT_THAT(html,
              HasSubstr(R"(href="https://status.fernway.example/?a&amp;b">Status &lt;now&gt;)"));
  EXPECT_THAT(html, HasSubstr("Late &lt;today&gt;"));
  EXPECT_THAT(html, HasSubstr(R"(type="application/atom+xml" title="Fernway &amp; Friends: new)"));
  EXPECT_THAT(html,
              HasSubstr(R"(<link rel="search" type="application/opensearchdescription+xml")"));
}

TEST(HomePage, TellsWhatCategoriesAreAbout) {
  auto page = sample_home("en");
  page.categories[0].description = "Plans & invoices";
  EXPECT_THAT(render(renderer(), page), HasSubstr("Plans &amp; invoices</p>"));
}

TEST(HomePage, ListsWhatIsReadMost) {
  auto page = sample_home("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("Most read")));
  page.most_read.push_back(refund());
  EXPECT_THAT(render(renderer(), page), HasSubstr("Most read"));
}

TEST(HomePage, EscapesTitlesAndUrls) {
  const auto html = render(renderer(), sample_home("en"));
  EXPECT_THAT(html, HasSubstr("Refunds &lt;now&gt;"));
  EXPECT_THAT(html, HasSubstr("/help/en/a/billing/refund?a=1&amp;b=2"));
  EXPECT_THAT(html, HasSubstr("Fernway &amp; Friends"));
}

TEST(HomePage, OffersAllArticlesOnlyWhereMoreThanTheShownExist) {
  auto page = sample_home("en");
  EXPECT_THAT(render(renderer(), page), HasSubstr("See all 7 articles"));
  page.categories[0].article_count = 1;
  EXPECT_THAT(render(renderer(), page), HasSubstr(R"(<p class="more"><span>1 article</span></p>)"));
}

TEST(HomePage, DatesTheNewestInTheReadersLanguage) {
  EXPECT_THAT(render(renderer(), sample_home("ro")),
              HasSubstr("<time datetime=\"2026-04-02\">2 aprilie 2026</time>"));
}

TEST(HomePage, ShowsAFolderForAnUnknownIcon) {
  auto page = sample_home("en");
  page.categories[0].icon = "no\"such";
  EXPECT_THAT(render(renderer(), page), HasSubstr("#folder\""));
}

TEST(HomePage, SaysThatThereIsNothingToBrowse) {
  HomePage page;
  page.site = sample_site("en");
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("no articles to browse yet"));
  EXPECT_THAT(html, Not(HasSubstr("class=\"categories\"")));
}

}  // namespace
}  // namespace kb::page
