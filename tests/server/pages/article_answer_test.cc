#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class ArticleAnswer : public PagesTest {};

TEST_F(ArticleAnswer, ShowsTheArticle) {
  const auto page = get("/en/a/billing/refund");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<h1>Refunds &lt;b&gt;</h1>"));
  EXPECT_THAT(page.body, HasSubstr("Money back."));
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/a/parcel\""));
  EXPECT_THAT(page.body, HasSubstr("2026-03-14"));
  EXPECT_THAT(page.body, Not(HasSubstr("kb-article:")));
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
}

TEST_F(ArticleAnswer, FallsBackToAnotherLanguageAndSaysSo) {
  center.site.config.site.base_url = "https://help.example.com";
  const auto page = get("/ro/a/parcel");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<html lang=\"ro\""));
  EXPECT_THAT(page.body, HasSubstr("They arrive."));
  EXPECT_THAT(page.body, HasSubstr("class=\"notice\""));
  EXPECT_THAT(page.body,
              HasSubstr("rel=\"canonical\" href=\"https://help.example.com/en/a/parcel\""));
}

TEST_F(ArticleAnswer, FollowsArticlesThatMoved) {
  EXPECT_EQ(location("/en/a/old/refund", 301), "/en/a/billing/refund");
  EXPECT_EQ(get("/ro/a/old/refund").status, 404);  // never an address of the Romanian text
}

TEST_F(ArticleAnswer, SendsAnswersToTheirOwnAddress) {
  EXPECT_EQ(location("/en/a/two-homes", 301), "/en/answers/two-homes");
  EXPECT_EQ(location("/en/answers/parcel", 301), "/en/a/parcel");
  EXPECT_EQ(get("/en/answers/two-homes").status, 200);
}

TEST_F(ArticleAnswer, IsNotFoundWhereItIsNotForEveryone) {
  EXPECT_EQ(get("/en/a/secret").status, 404);
  EXPECT_THAT(get("/en/a/secret").body, Not(HasSubstr("zanzibar")));
  EXPECT_EQ(get("/en/a/old").status, 200);
  center.site.clock.advance(std::chrono::hours{24});
  EXPECT_EQ(get("/en/a/old").status, 404);
}

TEST_F(ArticleAnswer, KeepsUnlistedArticlesFromSearchEngines) {
  const auto page = get("/en/a/unlisted");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(header(page, "X-Robots-Tag"), "noindex");
}

TEST_F(ArticleAnswer, FailsWhereTheRecordsAreDamaged) {
  const auto folder = center.site.live()->database({"en", Audience::everyone})->folder;
  std::filesystem::resize_file(folder / index::kRecordsFile, 3);
  const auto page = get("/en/a/parcel");
  EXPECT_EQ(page.status, 500);
  EXPECT_THAT(page.fault, HasSubstr("en.public"));
  EXPECT_THAT(page.body, Not(HasSubstr("en.public")));
  EXPECT_THAT(page.body, HasSubstr("4f1d8a90c2b3e456"));
}

}  // namespace
}  // namespace kb
