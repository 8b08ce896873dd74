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

TEST_F(CategoryAnswer, NamesAndOrdersItsFoldersAsConfigured) {
  center.site.write("categories.yaml",
                    "billing: {order: 1, name: {en: Payments}, description: {en: All of it}}\n"
                    "billing/plans: {order: 2, name: {en: Plans and prices}}\n"
                    "billing/cards: {order: 3, name: {en: Your cards}}\n"
                    "billing/unused: {order: 4, name: {en: Nothing}}\n");
  for (const auto* folder : {"plans", "debit", "apps"})
    center.site.write("en/billing/" + std::string(folder) + "/a.md", "# Article\n\nText.\n");
  center.publish();
  const auto page = get("/en/c/billing").body;
  EXPECT_THAT(page, HasSubstr("All of it"));
  EXPECT_THAT(page, testing::Not(HasSubstr("Nothing")));
  std::size_t last = 0;
  for (const auto* inside :
       {"/en/a/billing/refund", ">Plans and prices<", ">Your cards<", ">Apps<", ">Debit<"}) {
    const auto at = page.find(inside);
    ASSERT_NE(at, page.npos) << inside;
    EXPECT_GT(at, last) << inside;
    last = at;
  }
}

TEST_F(CategoryAnswer, OfASubfolderIsItsParents) {
  EXPECT_EQ(location("/en/c/billing/cards", 301), "/en/c/billing");
  EXPECT_EQ(location("/en/c/billing/nonsense", 301), "/en/c/billing");
  EXPECT_EQ(get("/en/c/nonsense/cards").status, 404);
  // An article without a category made this a redirect to "/en/c/".
  EXPECT_EQ(get("/en/c//x").status, 404);
}

TEST_F(CategoryAnswer, OffersAFilterWhereItsArticlesDiffer) {
  center.site.write("applies_to.yaml", "platform: {values: {ios: iPhone, android: Android}}\n");
  center.publish();
  EXPECT_THAT(get("/en/c/billing").body, testing::Not(HasSubstr("class=\"filter\"")));
  center.site.write("en/billing/phone.md", "---\ntitle: Phone\napplies_to: [ios]\n---\nText.\n");
  center.publish();
  const auto page = get("/en/c/billing").body;
  EXPECT_THAT(page, HasSubstr("class=\"filter\""));
  EXPECT_THAT(page, HasSubstr(">iPhone</span>"));
}

// A category of 4,000 articles took 7 ms to show, and nobody reads 4,000 lines.
TEST_F(CategoryAnswer, GoesOnOverPagesOfAHundred) {
  for (int i = 0; i < 150; ++i)
    center.site.write("en/long/a" + std::to_string(i) + ".md",
                      "# Article " + std::to_string(i) + "\n\nText.\n");
  center.publish();
  const auto first = get("/en/c/long").body;
  EXPECT_THAT(first, HasSubstr("150 articles"));
  EXPECT_THAT(first, HasSubstr(">Article 99<"));
  EXPECT_THAT(first, testing::Not(HasSubstr(">Article 100<")));
  EXPECT_THAT(first, HasSubstr("/en/c/long?page=2"));
  const auto second = get("/en/c/long?page=2").body;
  EXPECT_THAT(second, HasSubstr(">Article 149<"));
  EXPECT_THAT(second, HasSubstr("rel=\"prev\" href=\"/en/c/long\""));
  EXPECT_THAT(second, testing::Not(HasSubstr("rel=\"next\"")));
  for (const auto* nonsense : {"3", "0", "-1", "x", "99999999999999999999"})
    EXPECT_EQ(get(std::string("/en/c/long?page=") + nonsense).status, 404) << nonsense;
}

// The language menu led to an empty category.
TEST_F(CategoryAnswer, WithoutArticlesInALanguageIsNotOfferedInIt) {
  center.site.write("en/apps/phone.md", "# Phone\n\nText.\n");
  center.publish();
  const auto english_only = get("/en/c/apps").body;
  EXPECT_THAT(english_only, HasSubstr("href=\"/ro/\" hreflang=\"ro\""));
  EXPECT_THAT(english_only, testing::Not(HasSubstr("/ro/c/apps")));
  EXPECT_THAT(get("/en/c/billing").body, HasSubstr("href=\"/ro/c/billing\" hreflang=\"ro\""));
}

TEST_F(CategoryAnswer, MayBeEmptyWhereItIsConfigured) {
  EXPECT_EQ(get("/en/c/empty").status, 200);
  EXPECT_EQ(get("/ro/c/empty").status, 200);
  EXPECT_EQ(get("/en/c/nonsense").status, 404);
  EXPECT_EQ(get("/en/c/").status, 404);
}

}  // namespace
}  // namespace kb
