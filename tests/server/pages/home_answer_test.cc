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

TEST_F(HomeAnswer, IsNotSentTwiceToOneReader) {
  EXPECT_TRUE(get("/en/").etag);
  EXPECT_EQ(get("/en/").etag, get("/en/").etag);
  EXPECT_NE(get("/en/").etag, get("/ro/").etag);
}

}  // namespace
}  // namespace kb
