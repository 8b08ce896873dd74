#include "server/route.h"

#include <gtest/gtest.h>

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
        Case{"/api/v1/articles/en/a/b", {Page::api_article, "", "en/a/b"}},
        Case{"/assets/site.css", {Page::asset, "", "site.css"}},
        Case{"/files/9f/a.png", {Page::file, "", "9f/a.png"}}, Case{"/en", {Page::home, "en", ""}},
        Case{"/en/", {Page::home, "en", ""}}, Case{"/pt_BR/", {Page::home, "pt_BR", ""}},
        Case{"/en/search", {Page::search, "en", ""}}, Case{"/en/search/", {Page::search, "en", ""}},
        Case{"/en/c/a b", {Page::category, "en", "a b"}},
        Case{"/ro/a/billing/refund", {Page::article, "ro", "billing/refund"}},
        Case{"/ro/answers/a", {Page::answer, "ro", "a"}},
        Case{"/en/a/", {Page::unknown, "en", "a/"}},
        Case{"/en/nothing", {Page::unknown, "en", "nothing"}},
        Case{"/api/v2/search", {Page::api_unknown, "", "v2/search"}}, Case{"/x", {}},
        Case{"/a-name-too-long/", {}}, Case{"", {}}, Case{"en/", {}}, Case{"//", {}}));

TEST(PageName, IsKnownForEachPage) {
  EXPECT_EQ(page_name(Page::api_article), "api_article");
  EXPECT_EQ(page_name(Page::unknown), "unknown");
}

}  // namespace
}  // namespace kb
