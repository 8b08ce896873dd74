#include "server/gaps/index_articles.h"

#include <gmock/gmock.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using insights::FittingArticle;
using testing::ElementsAre;
using testing::IsEmpty;

class IndexArticlesTest : public testing::Test {
 protected:
  void publish() {
    auto& site = center.site;
    site.config.site.languages = {"en", "pl"};
    site.config.site.default_language = "en";
    site.write("en/billing/refund.md",
               "---\ntitle: Refunds\ncategory: billing\nupdated: 2026-03-01\n"
               "redirect_from: [billing/money-back]\n---\n\nWe pay your costs back.\n");
    site.write("pl/billing/refund.md",
               "---\ntitle: Zwrot kosztów\ncategory: billing\nupdated: 2026-01-01\n---\n\n"
               "Oddajemy koszty.\n");
    site.write("en/billing/trial.md", "---\ntitle: Trial\ncategory: offers\n---\n\nFor a month.\n");
    center.publish();
    articles.emplace(center.center().searchers, site.config, site.clock.now());
  }

  HelpCenterFixture center;
  std::optional<IndexArticles> articles;
};

TEST_F(IndexArticlesTest, FindsWhatACustomerOfThatLanguageFinds) {
  publish();
  const auto found = articles->find("pl", "zwrot koszty");
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_THAT(*found, ElementsAre(testing::FieldsAre("pl", "billing/refund", "Zwrot kosztów",
                                                     "billing", 1.0, true)));
  const auto original = articles->find("en", "refund");
  ASSERT_TRUE(original);
  EXPECT_THAT(*original, ElementsAre(testing::FieldsAre("en", "billing/refund", "Refunds",
                                                        "billing", 1.0, false)));
}

TEST_F(IndexArticlesTest, DoesNotFallBack) {
  publish();
  EXPECT_THAT(articles->find("pl", "trial").value(), IsEmpty());
  EXPECT_THAT(articles->find("de", "trial").value(), IsEmpty());
  EXPECT_THAT(articles->find("", "").value(), IsEmpty());
}

TEST_F(IndexArticlesTest, SaysHowMuchIsCovered) {
  publish();
  const auto found = articles->find("en", "refund bitcoin");
  ASSERT_TRUE(found);
  ASSERT_FALSE(found->empty());
  EXPECT_GT(found->front().coverage, 0.2);
  EXPECT_LT(found->front().coverage, 0.5);
}

TEST_F(IndexArticlesTest, ReadsMessages) {
  publish();
  const std::string message =
      "Hello, last week I ordered a lamp and sent it back. When do I get a refund of what I paid "
      "for it, and will you pay my costs, too? Best regards";
  ASSERT_TRUE(articles->find("en", message));
  EXPECT_EQ(articles->find("en", message)->front().id, "billing/refund");
}

TEST_F(IndexArticlesTest, KnowsLanguagesAndTitles) {
  publish();
  EXPECT_THAT(articles->languages_of("billing/refund"), ElementsAre("en", "pl"));
  EXPECT_THAT(articles->languages_of("billing/none"), IsEmpty());
  EXPECT_EQ(articles->article("pl/billing/refund")->title, "Zwrot kosztów");
  EXPECT_TRUE(articles->article("pl/billing/refund")->is_stale);
  EXPECT_FALSE(articles->article("en/billing/refund")->is_stale);
  EXPECT_EQ(articles->article("pl/billing/none"), std::nullopt);
  EXPECT_EQ(articles->article("nonsense"), std::nullopt);
}

TEST_F(IndexArticlesTest, FollowsWhatWasRenamed) {
  publish();
  const auto moved = articles->article("en/billing/money-back");
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->title, "Refunds");
}

TEST_F(IndexArticlesTest, FindsNothingWithoutAnIndex) {
  IndexArticles none(center.center().searchers, center.site.config, center.site.clock.now());
  EXPECT_THAT(none.find("en", "refund").value(), IsEmpty());
  EXPECT_THAT(none.languages_of("billing/refund"), IsEmpty());
  EXPECT_EQ(none.article("en/billing/refund"), std::nullopt);
}

}  // namespace
}  // namespace kb
