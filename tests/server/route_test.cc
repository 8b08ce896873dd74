#include "server/route.h"

#include <gtest/gtest.h>

#include <set>

namespace kb {
namespace {

struct Case {
  std::string_view path;
  Route route;
};
class Routes : public testing::TestWithParam<Case> {};
TEST_P(Routes, AreFound) {
  const auto found = find_route(GetParam().path);
  EXPECT_EQ(page_name(found.page), page_name(GetParam().route.page)) << GetParam().path;
  EXPECT_EQ(found.lang, GetParam().route.lang) << GetParam().path;
  EXPECT_EQ(found.rest, GetParam().route.rest) << GetParam().path;
}
INSTANTIATE_TEST_SUITE_P(
    Paths, Routes,
    testing::Values(
        Case{"/", {Page::root, "", ""}}, Case{"/livez", {Page::livez, "", ""}},
        Case{"/readyz", {Page::readyz, "", ""}}, Case{"/metrics", {Page::metrics, "", ""}},
        Case{"/robots.txt", {Page::robots, "", ""}}, Case{"/openapi.json", {Page::openapi, "", ""}},
        Case{"/api/v1/search", {Page::api_search, "", ""}},
        Case{"/api/v1/suggest", {Page::api_suggest, "", ""}},
        Case{"/api/v1/articles/en/a/b", {Page::api_article, "", "en/a/b"}},
        Case{"/api/v1/gaps", {Page::api_gaps, "", ""}},
        Case{"/api/v1/gaps/7", {Page::api_gaps, "", "7"}},
        Case{"/api/v1/gaps/feed.atom", {Page::api_gaps, "", "feed.atom"}},
        Case{"/api/v1/context", {Page::api_context, "", ""}},
        Case{"/api/v1/widget", {Page::api_widget, "", ""}},
        Case{"/api/v1/wishes", {Page::api_wishes, "", ""}},
        Case{"/api/v1/translations", {Page::api_translations, "", ""}},
        Case{"/api/v1/weak-articles", {Page::api_weak_articles, "", ""}},
        Case{"/api/v1/insights/tickets", {Page::api_ticket_insights, "", ""}},
        Case{"/writer/gaps/7", {Page::writer, "", "gaps/7"}},
        Case{"/writer/insights", {Page::insights, "", ""}},
        Case{"/widget", {Page::widget_demo, "", ""}},
        Case{"/assets/site.css", {Page::asset, "", "site.css"}},
        Case{"/files/9f/a.png", {Page::file, "", "9f/a.png"}}, Case{"/en", {Page::home, "en", ""}},
        Case{"/en/", {Page::home, "en", ""}}, Case{"/pt_BR/", {Page::home, "pt_BR", ""}},
        Case{"/en/search", {Page::search, "en", ""}}, Case{"/en/search/", {Page::search, "en", ""}},
        Case{"/en/c/a b", {Page::category, "en", "a b"}},
        Case{"/ro/a/billing/refund", {Page::article, "ro", "billing/refund"}},
        Case{"/ro/answers/a", {Page::answer, "ro", "a"}}, Case{"/llms.txt", {Page::llms, "", ""}},
        Case{"/sitemap.xml", {Page::sitemap, "", ""}},
        Case{"/sitemaps/en/1.xml", {Page::sitemap_part, "", "en/1.xml"}},
        Case{"/login", {Page::login, "", ""}}, Case{"/logout", {Page::logout, "", ""}},
        Case{"/login/link/x7", {Page::login_link, "", "x7"}},
        Case{"/account", {Page::account, "", ""}}, Case{"/admin/audit", {Page::audit, "", ""}},
        Case{"/local/users", {Page::local, "", "users"}},
        Case{"/login/", {Page::home, "login", ""}},
        Case{"/preview/state", {Page::preview_state, "", ""}},
        Case{"/en/feed.xml", {Page::feed, "en", ""}}, Case{"/ro/llms.txt", {Page::llms, "ro", ""}},
        Case{"/pt-BR/opensearch.xml", {Page::opensearch, "pt-BR", ""}},
        Case{"/en/suggest", {Page::suggest, "en", ""}},
        Case{"/en/a/b.md", {Page::article, "en", "b.md"}},
        Case{"/en/feed.xml/", {Page::unknown, "en", "feed.xml/"}},
        Case{"/preview/", {Page::home, "preview", ""}}, Case{"/en/a/", {Page::unknown, "en", "a/"}},
        Case{"/en/nothing", {Page::unknown, "en", "nothing"}},
        Case{"/api/v2/search", {Page::api_unknown, "", "v2/search"}}, Case{"/x", {}},
        Case{"/a-name-too-long/", {}}, Case{"", {}}, Case{"en/", {}}, Case{"//", {}}));

TEST(PageName, IsKnownForEachPage) {
  EXPECT_EQ(page_name(Page::api_article), "api_article");
  EXPECT_EQ(page_name(Page::unknown), "unknown");
  std::set<std::string_view> names;
  for (int page = 0; page <= static_cast<int>(Page::unknown); ++page)
    EXPECT_TRUE(names.insert(page_name(static_cast<Page>(page))).second) << "a name twice";
}

}  // namespace
}  // namespace kb
