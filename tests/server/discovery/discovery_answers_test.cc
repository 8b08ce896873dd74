#include "server/discovery/discovery_answers.h"

#include <nlohmann/json.hpp>

#include "tests/server/discovery/xml_check.h"
#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

class Discovery : public PagesTest {
 protected:
  Discovery() {
    auto& site = center.site;
    site.config.site.name = "Fern & Way Help Center";
    site.config.site.base_url = "https://help.example.com";
    site.config.site.base_path = "/help";
    site.write("en/billing/newest.md",
               "---\ntitle: Newest & best\nsummary: \"Plans < prices.\\x07\"\nupdated: "
               "2026-04-01\n---\nText.\n");
    site.write("en/billing/agents.md",
               "---\ntitle: Inner\naudience: agents\nupdated: 2026-05-01\n---\nText.\n");
    site.write("en/hidden.md",
               "---\ntitle: Unlisted too\nunlisted: true\nupdated: 2026-05-01\n---\nText.\n");
    site.write("en/over.md",
               "---\ntitle: Over\nexpires_at: 2026-01-02\nupdated: 2026-05-01\n---\nText.\n");
    site.write("en/mixed.md", "# Mixed [two]\n\nOpen.\n\n:::agents\nquokka\n:::\n");
    center.start();
    center.publish();
    site.clock.advance(std::chrono::hours{24});  // "Old" and "Over" are gone
  }

  std::string body(const std::string& path) const {
    const auto answer = get("/help" + path);
    EXPECT_EQ(answer.status, 200) << path;
    EXPECT_TRUE(answer.etag) << path;
    EXPECT_EQ(answer.cache_control, "no-cache") << path;
    return answer.body;
  }

  static std::string url(const std::string& path) { return "https://help.example.com/help" + path; }
};

// None of these tells of agents' texts, of unlisted or of expired articles.
TEST_F(Discovery, NamesPublishedAndListedArticlesOnly) {
  for (const auto* path :
       {"/en/feed.xml", "/ro/feed.xml", "/en/llms.txt", "/llms.txt", "/sitemap.xml",
        "/sitemaps/en/1.xml", "/en/suggest?q=i", "/en/suggest?q=s", "/en/suggest?q=u",
        "/en/suggest?q=o", "/en/opensearch.xml", "/en/a/mixed.md"})
    for (const auto* word : {"Inner", "agents", "Secret", "secret", "zanzibar", "quokka", "nlisted",
                             "hidden", "en/a/over", "Over", "madagascar"})
      EXPECT_THAT(body(path), Not(HasSubstr(word))) << path;
}

TEST_F(Discovery, FeedHasDatedArticlesNewestFirst) {
  const auto answer = get("/help/en/feed.xml");
  EXPECT_EQ(answer.content_type, "application/atom+xml; charset=utf-8");
  EXPECT_EQ(xml_problem(answer.body), "");
  EXPECT_THAT(texts_of(answer.body, "title"),
              ElementsAre("Fern & Way Help Center: new and changed articles", "Newest & best",
                          "Refunds <b>"));
  EXPECT_THAT(
      texts_of(answer.body, "id"),
      ElementsAre(url("/en/feed.xml"), url("/en/a/billing/newest"), url("/en/a/billing/refund")));
  EXPECT_THAT(texts_of(answer.body, "updated"),
              ElementsAre("2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z", "2026-03-14T00:00:00Z"));
  EXPECT_THAT(texts_of(answer.body, "summary"), Contains("Plans < prices."));
  EXPECT_THAT(answer.body, HasSubstr("<category term=\"Payments\"/>"));
}

TEST_F(Discovery, FeedMayBeEmpty) {
  const auto xml = body("/ro/feed.xml");
  EXPECT_EQ(xml_problem(xml), "");
  EXPECT_THAT(xml, Not(HasSubstr("<entry>")));
  EXPECT_THAT(texts_of(xml, "updated"), ElementsAre("2026-01-01T00:00:00Z"));  // of the index
}

TEST_F(Discovery, SitemapLeadsToThePartsAndThePartsToThePages) {
  const auto index = get("/help/sitemap.xml");
  EXPECT_EQ(index.content_type, "application/xml; charset=utf-8");
  EXPECT_EQ(xml_problem(index.body), "");
  EXPECT_THAT(texts_of(index.body, "loc"),
              ElementsAre(url("/sitemaps/en/1.xml"), url("/sitemaps/pt-BR/1.xml"),
                          url("/sitemaps/ro/1.xml")));
  EXPECT_THAT(texts_of(index.body, "lastmod"), ElementsAre("2026-04-01"));

  const auto part = body("/sitemaps/en/1.xml");
  EXPECT_EQ(xml_problem(part), "");
  const auto pages = texts_of(part, "loc");
  EXPECT_THAT(pages, IsSupersetOf({url("/en/"), url("/en/c/billing"), url("/en/a/billing/refund"),
                                   url("/en/a/billing/cards/expired"), url("/en/a/parcel"),
                                   url("/en/answers/two-homes")}));
  EXPECT_EQ(std::set(pages.begin(), pages.end()).size(), pages.size()) << "a page twice";
  for (const auto& page : pages) {
    EXPECT_THAT(page, StartsWith(url("/en/")));
    const auto path = page.substr(std::string("https://help.example.com").size());
    EXPECT_EQ(get(path).status, 200) << page;
  }
  // Home, category and two articles have a date; the others must not claim one.
  EXPECT_THAT(texts_of(part, "lastmod"), testing::UnorderedElementsAre("2026-04-01", "2026-04-01",
                                                                       "2026-04-01", "2026-03-14"));
  EXPECT_THAT(part, HasSubstr("<loc>" + url("/en/a/parcel") + "</loc>\n</url>"));
}

TEST_F(Discovery, SitemapHasNoOtherParts) {
  for (const auto* path :
       {"/sitemaps/", "/sitemaps/en", "/sitemaps/en/", "/sitemaps/en/0.xml", "/sitemaps/en/2.xml",
        "/sitemaps/en/1", "/sitemaps/en/1.xml.gz", "/sitemaps/en/-1.xml", "/sitemaps/en/x.xml",
        "/sitemaps/fr/1.xml", "/sitemaps/1.xml", "/sitemaps/en/99999999999999999999999.xml"})
    EXPECT_EQ(get(std::string("/help") + path).status, 404) << path;
}

TEST_F(Discovery, RobotsNamesTheSitemap) {
  const auto robots = body("/robots.txt");
  EXPECT_THAT(robots, HasSubstr("\nSitemap: https://help.example.com/help/sitemap.xml\n"));
  EXPECT_THAT(robots, AllOf(StartsWith("User-agent: *\n"), HasSubstr("Disallow: /help/api/\n"),
                            HasSubstr("Disallow: /help/*/search\n"),
                            HasSubstr("Disallow: /help/*/suggest\n")));
}

TEST_F(Discovery, LlmsListsWhatThereIsByTopic) {
  const auto answer = get("/help/en/llms.txt");
  EXPECT_EQ(answer.content_type, "text/plain; charset=utf-8");
  EXPECT_THAT(answer.body,
              StartsWith("# Fern & Way Help Center\n\n> Answers and step-by-step help: "));
  EXPECT_THAT(answer.body,
              HasSubstr("\n## Payments\n\n- [Newest & best](" + url("/en/a/billing/newest.md")));
  EXPECT_THAT(answer.body, HasSubstr("- [Expired card](" + url("/en/a/billing/cards/expired.md") +
                                     "): Money and cards.\n"));
  EXPECT_THAT(answer.body,
              HasSubstr("- [Refunds \\<b\\>](" + url("/en/a/billing/refund.md") + ")"));
  EXPECT_THAT(answer.body,
              HasSubstr("- [Mixed \\[two\\]](" + url("/en/a/mixed.md") + "): Open.\n"));
  EXPECT_THAT(answer.body,
              HasSubstr("\n## Optional\n\n- [português (Brasil)](" + url("/pt-BR/llms.txt") +
                        ")\n- [română](" + url("/ro/llms.txt") + ")\n"));
  EXPECT_EQ(body("/llms.txt"), answer.body) << "the site's default language";
}

TEST_F(Discovery, OpenSearchSaysHowToSearchHere) {
  const auto answer = get("/help/ro/opensearch.xml");
  EXPECT_EQ(answer.content_type, "application/opensearchdescription+xml; charset=utf-8");
  EXPECT_EQ(xml_problem(answer.body), "");
  EXPECT_THAT(texts_of(answer.body, "ShortName"), ElementsAre("Fern & Way Help "));
  EXPECT_THAT(answer.body, HasSubstr("<Url type=\"text/html\" template=\"" +
                                     url("/ro/search?q={searchTerms}") + "\"/>"));
  EXPECT_THAT(answer.body, HasSubstr("<Url type=\"application/x-suggestions+json\" template=\"" +
                                     url("/ro/suggest?q={searchTerms}") + "\"/>"));
  EXPECT_THAT(texts_of(answer.body, "Language"), ElementsAre("ro"));
  EXPECT_THAT(answer.body, HasSubstr(url("/assets/favicon.svg")));
}

TEST_F(Discovery, SuggestAnswersWithFourLists) {
  const auto answer = get("/help/en/suggest?q=rEFÜnds");
  EXPECT_EQ(answer.content_type, "application/x-suggestions+json");
  const auto lists = nlohmann::json::parse(answer.body);
  EXPECT_EQ(lists, (nlohmann::json{
                       "rEFÜnds", {"Refunds <b>"}, {"Payments"}, {url("/en/a/billing/refund")}}));
  for (const auto* typed : {"", "xyzzy", "%FF%FE", "%00"}) {
    const auto none = nlohmann::json::parse(body(std::string("/en/suggest?q=") + typed));
    ASSERT_EQ(none.size(), 4U) << typed;
    for (int i = 1; i < 4; ++i) EXPECT_EQ(none[i], nlohmann::json::array()) << typed;
  }
  const auto longest = nlohmann::json::parse(body("/en/suggest?q=" + std::string(5000, 'x')));
  EXPECT_EQ(longest[0].get<std::string>().size(), 200U);
}

TEST_F(Discovery, SuggestsAtMostEight) {
  for (int i = 0; i < 20; ++i)
    center.site.write("en/many/" + std::to_string(i) + ".md",
                      "# Courier " + std::to_string(i) + "\n");
  center.publish();
  EXPECT_EQ(nlohmann::json::parse(body("/en/suggest?q=courier"))[1].size(), 8U);
}

TEST_F(Discovery, FeedEndsAfterThirty) {
  for (int i = 0; i < 40; ++i)
    center.site.write("en/many/" + std::to_string(i) + ".md",
                      "---\nupdated: 2026-06-01\ntitle: Dated\n---\nText.\n");
  center.publish();
  const auto xml = body("/en/feed.xml");
  EXPECT_THAT(texts_of(xml, "summary"), testing::SizeIs(30));
}

TEST_F(Discovery, PagesNameTheFeedTheSearchAndTheMarkdown) {
  const auto page = body("/en/a/parcel");
  EXPECT_THAT(page, HasSubstr("/help/en/feed.xml\""));
  EXPECT_THAT(page, HasSubstr("/help/en/opensearch.xml\""));
  EXPECT_THAT(page, HasSubstr("/help/en/a/parcel.md\""));
}

TEST_F(Discovery, IsInPublishedLanguagesOnly) {
  for (const auto* path : {"/fr/feed.xml", "/fr/llms.txt", "/fr/opensearch.xml", "/fr/suggest"})
    EXPECT_EQ(get(std::string("/help") + path).status, 404) << path;
  EXPECT_EQ(location("/help/pt_br/feed.xml", 301), "/help/pt-BR/feed.xml");
  EXPECT_EQ(location("/help/EN/llms.txt", 301), "/help/en/llms.txt");
}

class DiscoveryWithoutBaseUrl : public PagesTest {
 protected:
  std::string sitemap_of(const std::string& host, bool secure) const {
    auto request = HelpCenterFixture::request("/sitemap.xml");
    request.host = host;
    request.secure = secure;
    return texts_of(center.router().answer(request).body, "loc").at(0);
  }
};

TEST_F(DiscoveryWithoutBaseUrl, IsWhereTheRequestCame) {
  EXPECT_EQ(sitemap_of("help.example.com", true), "https://help.example.com/sitemaps/en/1.xml");
  EXPECT_EQ(sitemap_of("127.0.0.1:8080", false), "http://127.0.0.1:8080/sitemaps/en/1.xml");
  EXPECT_EQ(sitemap_of("", false), "/sitemaps/en/1.xml");
  EXPECT_EQ(sitemap_of("a&<b>", false), "http://a&<b>/sitemaps/en/1.xml") << "escaped in the XML";
}

// A site of one language has nothing optional: the heading stood alone.
TEST(DiscoveryOfOneLanguage, HasNoOtherLists) {
  HelpCenterFixture center;
  center.site.write("en/a.md", "# A\n\nText.\n");
  center.publish();
  const auto llms = center.get("/llms.txt").body;
  EXPECT_THAT(llms, Not(HasSubstr("Optional")));
  EXPECT_THAT(llms, testing::EndsWith("- [A](/en/a/a.md): Text.\n"));
}

TEST(DiscoveryWithoutIndex, SaysSo) {
  const HelpCenterFixture center;
  for (const auto* path : {"/sitemap.xml", "/sitemaps/en/1.xml", "/en/feed.xml", "/llms.txt",
                           "/en/suggest?q=a", "/en/opensearch.xml"})
    EXPECT_EQ(center.get(path).status, 503) << path;
  EXPECT_EQ(center.get("/robots.txt").status, 200);
}

}  // namespace
}  // namespace kb
