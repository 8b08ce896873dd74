#include "server/urls.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(Urls, ArePercentEncodedBelowTheBasePath) {
  const Urls urls("/help");
  EXPECT_EQ(urls.home("ro"), "/help/ro/");
  EXPECT_EQ(urls.search("en"), "/help/en/search");
  EXPECT_EQ(urls.search("en", {.text = "late parcel", .page = 2}),
            "/help/en/search?q=late+parcel&page=2");
  EXPECT_EQ(urls.search("en", {.text = "a&b=c/d?#+%", .category = "x y"}),
            "/help/en/search?q=a%26b%3Dc%2Fd%3F%23%2B%25&category=x+y");
  EXPECT_EQ(urls.category("en", "getting started"), "/help/en/c/getting%20started");
  EXPECT_EQ(urls.article("ro", "billing/refund", Kind::article, "cât-durează"),
            "/help/ro/a/billing/refund#c%C3%A2t-dureaz%C4%83");
  EXPECT_EQ(urls.article("en", "a\"b?", Kind::answer), "/help/en/answers/a%22b%3F");
  EXPECT_EQ(urls.file("9fb0", "a b.png"), "/help/files/9fb0/a%20b.png");
  EXPECT_EQ(urls.markdown("en", "late parcel", Kind::article), "/help/en/a/late%20parcel.md");
  EXPECT_EQ(urls.markdown("en", "two", Kind::answer), "/help/en/answers/two.md");
  EXPECT_EQ(Urls("").home("en"), "/en/");
}

TEST(Urls, LeadToWhatProgramsRead) {
  const Urls urls("/help");
  EXPECT_EQ(urls.feed("ro"), "/help/ro/feed.xml");
  EXPECT_EQ(urls.opensearch("ro"), "/help/ro/opensearch.xml");
  EXPECT_EQ(urls.suggest("ro"), "/help/ro/suggest");
  EXPECT_EQ(urls.suggestions("ro"), "/help/api/v1/suggest?lang=ro");
  EXPECT_EQ(urls.llms("ro"), "/help/ro/llms.txt");
  EXPECT_EQ(urls.sitemap(), "/help/sitemap.xml");
  EXPECT_EQ(urls.sitemap_part("pt-BR", 12), "/help/sitemaps/pt-BR/12.xml");
  EXPECT_EQ(urls.preview_state(), "/help/preview/state");
}

TEST(Urls, LeadToTheTeamsPages) {
  const Urls urls("/help");
  EXPECT_EQ(urls.login("/help/agent?q=a b"), "/help/login?next=%2Fhelp%2Fagent%3Fq%3Da+b");
  EXPECT_EQ(urls.audit(""), "/help/admin/audit");
  EXPECT_EQ(urls.audit("", 7), "/help/admin/audit?before=7");
  EXPECT_EQ(urls.audit("token a&b", 7), "/help/admin/audit?who=token+a%26b&before=7");
}

}  // namespace
}  // namespace kb
