#include "core/index/coverage.h"

#include <gtest/gtest.h>

#include <cmath>

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
    const auto live = index_.open();
    return Coverage(*live, index_.stemmers()).of(question, lang, id);
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

class CoveredWords : public testing::Test {
 protected:
  CoveredWords() {
    Article parts = article("en", "delivery/parts", "Parcels", "We send parcels on Monday.");
    parts.body.sections.push_back({"lost", "Lost in transit", 2, "Tell the post office."});
    Article tagged = article("en", "account/close", "Close it", "Goodbye.");
    tagged.facts.keywords = {"cancel subscription"};
    index_.publish(
        {article("en", "billing/refund", "Refunds", "We pay your costs back."),
         article("en", "billing/invoice", "Invoices", "Find your invoices here."), parts, tagged},
        {}, 2,
        {{"en",
          {.synonyms = {{{"cash"}, {"costs back"}, 1}},
           .pins = {},
           .stopwords = {{"please", 1}}}}});
    live_ = index_.open();
    coverage_.emplace(*live_, index_.stemmers());
  }

  double covered(std::string_view question, std::string_view id) {
    return coverage_->of(question, "en", id);
  }

  // Of four articles, for words that none, one or two of them have.
  const double none_ = std::log(1 + 4.5 / 0.5);
  const double one_ = std::log(1 + 3.5 / 1.5);

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
  std::optional<Coverage> coverage_;
};

TEST_F(CoveredWords, AreWeighedByHowRareTheyAre) {
  EXPECT_DOUBLE_EQ(covered("refunds", "billing/refund"), 1);
  EXPECT_DOUBLE_EQ(covered("refund costs", "billing/refund"), 1);
  EXPECT_DOUBLE_EQ(covered("refund bitcoin", "billing/refund"), one_ / (one_ + none_));
  EXPECT_DOUBLE_EQ(covered("bitcoin", "billing/refund"), 0);
  EXPECT_DOUBLE_EQ(covered("invoice", "billing/refund"), 0);
}

TEST_F(CoveredWords, StandInOneSectionWithTheTitle) {
  EXPECT_DOUBLE_EQ(covered("parcel lost", "delivery/parts"), 1);
  EXPECT_DOUBLE_EQ(covered("monday transit", "delivery/parts"), 0.5);
}

TEST_F(CoveredWords, AreInKeywordsToo) {
  EXPECT_DOUBLE_EQ(covered("cancel", "account/close"), 1);
}

TEST_F(CoveredWords, MayBeSynonyms) {
  EXPECT_DOUBLE_EQ(covered("cash", "billing/refund"), 1);
  EXPECT_DOUBLE_EQ(covered("cash", "billing/invoice"), 0);
  EXPECT_DOUBLE_EQ(covered("cash bitcoin", "billing/refund"), 0.5);
}

TEST_F(CoveredWords, DoNotCountWhereTheyTellNothing) {
  EXPECT_DOUBLE_EQ(covered("refund please", "billing/refund"), 1);
  EXPECT_DOUBLE_EQ(covered("please", "billing/refund"), 0);
  EXPECT_DOUBLE_EQ(covered("?!", "billing/refund"), 0);
}

// Asked about another article first, the same words count the same.
TEST_F(CoveredWords, DoNotDependOnWhatWasAskedBefore) {
  EXPECT_DOUBLE_EQ(covered("refund costs", "billing/invoice"), 0);
  EXPECT_DOUBLE_EQ(covered("refund costs", "billing/refund"), 1);
  EXPECT_DOUBLE_EQ(covered("", "billing/refund"), 0);
}

}  // namespace
}  // namespace kb::index
