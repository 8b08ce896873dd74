#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class CategoryAnswer : public PagesTest {};

TEST_F(CategoryAnswer, ListsItsArticlesByFolder) {
  const auto page = get("/en/c/billing");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Payments"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/a/billing/cards/expired\""));
  EXPECT_THAT(page.body, HasSubstr("Cards"));  // the subfolder, made readable
  EXPECT_THAT(page.body, HasSubstr("Money back."));
}

TEST_F(CategoryAnswer, MayBeEmptyWhereItIsConfigured) {
  EXPECT_EQ(get("/en/c/empty").status, 200);
  EXPECT_EQ(get("/ro/c/empty").status, 200);
  EXPECT_EQ(get("/en/c/nonsense").status, 404);
  EXPECT_EQ(get("/en/c/").status, 404);
}

}  // namespace
}  // namespace kb
