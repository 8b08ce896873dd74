#include "core/index/word_coverage.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

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
    database_ = live_->database({"en"});
    coverage_.emplace(*database_, live_->vocabulary("en"), index_.stemmers());
  }

  double covered(std::string_view question, std::string_view id) {
    coverage_->ask(question);
    return coverage_->of(*database_->catalogue.find(id));
  }

  // Of four articles, for words that none, one or two of them have.
  const double none_ = std::log(1 + 5.0 / 1);
  const double one_ = std::log(1 + 5.0 / 2);

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
  const Database* database_ = nullptr;
  std::optional<WordCoverage> coverage_;
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

}  // namespace
}  // namespace kb::index
