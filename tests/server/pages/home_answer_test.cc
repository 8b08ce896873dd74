#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class HomeAnswer : public PagesTest {};

TEST_F(HomeAnswer, ShowsCategoriesWithTheirArticles) {
  const auto page = get("/en/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/c/billing\""));
  EXPECT_THAT(page.body, HasSubstr("Payments"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/a/billing/refund\""));
  EXPECT_THAT(page.body, HasSubstr("Refunds &lt;b&gt;"));
  EXPECT_THAT(get("/ro/").body, HasSubstr("Plăți"));
}

TEST_F(HomeAnswer, ShowsNothingThatIsNotForBrowsing) {
  center.site.clock.advance(std::chrono::hours{24});
  const auto page = get("/en/").body;
  for (const auto* hidden : {"Unlisted", "Secret", ">Old<", "Two homes", "Nothing here"})
    EXPECT_THAT(page, Not(HasSubstr(hidden)));
}

TEST_F(HomeAnswer, ShowsTheMostReadOnceThereAreThree) {
  const std::vector<http::Field> reader = {{"User-Agent", "Mozilla/5.0 Firefox/128.0"}};
  const auto read = [&](const std::string& path, const std::vector<http::Field>& headers) {
    EXPECT_EQ(get(path, headers).status, 200) << path;
  };
  read("/en/a/parcel", reader);
  read("/en/a/parcel", reader);
  read("/en/a/billing/refund", reader);
  read("/en/a/unlisted", reader);  // on no shelf
  read("/en/answers/two-homes", reader);
  read("/ro/a/parcel", reader);  // in English: not of the Romanian pages
  read("/en/a/old", {});         // a robot
  read("/en/a/old", {{"User-Agent", "Googlebot/2.1"}});
  read("/en/a/old.md", reader);
  EXPECT_THAT(get("/en/").body, Not(HasSubstr("Most read")));
  EXPECT_THAT(center.read_counts().most_read("ro", 9), testing::IsEmpty());
  read("/en/a/billing/cards/expired", reader);
  const auto home = get("/en/").body;
  ASSERT_THAT(home, HasSubstr("Most read"));
  const auto list = home.substr(home.find("Most read"));
  EXPECT_LT(list.find("/en/a/parcel"), list.find("/en/a/billing/cards/expired"));
  EXPECT_LT(list.find("/en/a/billing/cards/expired"), list.find("/en/a/billing/refund"));
  EXPECT_THAT(get("/ro/").body, Not(HasSubstr("/ro/a/parcel")));
}

// Writers' own looks at their articles were counted as customers', and written over them.
TEST_F(HomeAnswer, CountsNothingInAPreview) {
  center.is_preview = true;
  center.start();
  center.refresh();
  EXPECT_EQ(get("/en/a/parcel", {{"User-Agent", "Mozilla/5.0 Firefox/128.0"}}).status, 200);
  EXPECT_THAT(center.read_counts().most_read("en", 9), testing::IsEmpty());
}

TEST_F(HomeAnswer, DescribesItsCategories) {
  center.site.write("categories.yaml",
                    "billing: {name: {en: Payments}, description: {en: Plans & invoices}}\n");
  center.publish();
  EXPECT_THAT(get("/en/").body, HasSubstr("Plans &amp; invoices"));
}

TEST_F(HomeAnswer, IsNotSentTwiceToOneReader) {
  EXPECT_TRUE(get("/en/").etag);
  EXPECT_EQ(get("/en/").etag, get("/en/").etag);
  EXPECT_NE(get("/en/").etag, get("/ro/").etag);
}

}  // namespace
}  // namespace kb
