#include "core/index/coverage.h"

#include <gtest/gtest.h>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

class CoverageOf : public testing::Test {
 protected:
  CoverageOf() {
    Article vouchers =
        article("en", "billing/vouchers", "Redeem a voucher", "Enter it at the till.");
    vouchers.facts.keywords = {"coupon"};
    vouchers.body.sections.push_back({"cards", "Gift cards", 2, "Cards are plastic."});
    vouchers.body.sections.push_back({"expired", "It has expired", 2, "Ask for your money."});
    Article drafted = article("en", "billing/loans", "Loans", "Loans of money.");
    drafted.facts.audience = Audience::writers;
    std::vector<Article> articles = {vouchers, drafted,
                                     article("pl", "billing/zwrot", "Zwrot", "Zwroty kosztów.")};
    for (const char* thing : {"hub", "lamp", "sensor", "pump", "kettle"})
      articles.push_back(article("en", std::string("things/") + thing, thing, "plug in the thing"));
    Vocabulary words;
    words.synonyms.push_back({{"promo code", "voucher"}, {}, 1});
    words.stopwords.push_back({"please", 1});
    index_.publish(articles, {}, 2, {{"en", words}});
  }

  double of(std::string_view question, const std::string& lang = "en",
            const std::string& id = "billing/vouchers") {
    return Coverage(index_.open(), index_.stemmers()).of(question, lang, id);
  }

  SmallIndex index_;
};

TEST_F(CoverageOf, AnArticleThatHasAllWordsIsWhole) {
  EXPECT_EQ(of("redeem voucher"), 1);
  EXPECT_EQ(of("Redeeming VOUCHERS"), 1) << "in other inflections";
  EXPECT_EQ(of("coupon till"), 1) << "a keyword speaks for every section";
  EXPECT_EQ(of("zwroty kosztow", "pl", "billing/zwrot"), 1) << "without diacritics";
}

TEST_F(CoverageOf, AnArticleWithoutTheWordsIsNothing) {
  EXPECT_EQ(of("hub offline"), 0);
  EXPECT_EQ(of("voucher", "en", "billing/nowhere"), 0);
  EXPECT_EQ(of("voucher", "de"), 0);
  EXPECT_EQ(of(""), 0);
  EXPECT_EQ(of("loans", "en", "billing/loans"), 0) << "customers read no drafts";
}

TEST_F(CoverageOf, WordsCountByHowTellingTheyAre) {
  const double half = of("voucher wombat");
  EXPECT_GT(half, 0.3);
  EXPECT_LT(half, 0.7);
  EXPECT_GT(of("voucher plug"), 0.8) << "nearly all articles have \"plug\"";
  EXPECT_EQ(of("please voucher"), 1) << "the team says that it tells nothing";
  EXPECT_EQ(of("please"), 0) << "of nothing else, it is what counts";
}

// Words far apart in a long article made it look like an answer to anything.
TEST_F(CoverageOf, OneSectionMustHaveThem) {
  EXPECT_EQ(of("gift card plastic"), 1);
  EXPECT_LT(of("plastic money"), 1);
  EXPECT_EQ(of("voucher expired money"), 1) << "the article's title speaks for its sections";
}

TEST_F(CoverageOf, SynonymsAreTheWords) {
  EXPECT_EQ(of("promo code"), 1);
  EXPECT_EQ(of("redeem promo code"), 1);
  EXPECT_LT(of("promo"), 0.5) << "half of one is none";
}

}  // namespace
}  // namespace kb::index
