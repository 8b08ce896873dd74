#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class ErrorAnswer : public PagesTest {};

// A damaged index must never look like "no results".
TEST_F(ErrorAnswer, SaysThatSearchIsBroken) {
  break_index();
  const auto page = get("/en/search?q=money");
  EXPECT_EQ(page.status, 500);
  EXPECT_THAT(page.body, HasSubstr("Search is not working right now"));
  EXPECT_THAT(page.body, Not(HasSubstr("No results")));
  EXPECT_THAT(page.body, HasSubstr("4f1d8a90c2b3e456"));
  EXPECT_THAT(page.body, Not(HasSubstr(center.site.index().string())));
  EXPECT_THAT(page.fault, HasSubstr(center.site.index().string()));
  EXPECT_EQ(page.cache_control, "no-store");
  EXPECT_FALSE(page.etag);
}

// An article's neighbours are looked for in the broken index: an exception took the page with it.
TEST_F(ErrorAnswer, LeavesTheArticlesReadable) {
  break_index();
  EXPECT_EQ(get("/en/").status, 200);
  EXPECT_EQ(get("/en/a/parcel").status, 200);
  EXPECT_EQ(get("/en/a/nothing").status, 404);
}

TEST(ErrorAnswerWithoutIndex, SaysSoOnEachPage) {
  HelpCenterFixture center;
  for (const auto* path : {"/", "/en/", "/en/search?q=a", "/en/a/b", "/ro/c/d", "/nonsense/"}) {
    const auto page = center.get(path);
    EXPECT_EQ(page.status, 503) << path;
    EXPECT_NE(header(page, "Retry-After"), "");
    EXPECT_EQ(page.cache_control, "no-store");
  }
  EXPECT_THAT(center.get("/ro/").body, HasSubstr("<html lang=\"ro\""));
}

}  // namespace
}  // namespace kb
