#include "core/insights/article_prior.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::insights {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr double kBound = 0.1;

TEST(ArticlePrior, CountsWhatSaysSomethingOfAnArticle) {
  ArticleEvidence evidence;
  evidence.add(Counter::shown, 9);
  evidence.add(Counter::clicks, 4);
  evidence.add(Counter::views, 5);
  evidence.add(Counter::reads, 3);
  evidence.add(Counter::votes_yes, 2);
  evidence.add(Counter::votes_no, 1);
  evidence.add(Counter::votes_no, 1);
  evidence.add(Counter::visitors, 100);
  EXPECT_EQ(evidence.shown, 9);
  EXPECT_EQ(evidence.clicks, 4);
  EXPECT_EQ(evidence.views, 5);
  EXPECT_EQ(evidence.reads, 3);
  EXPECT_EQ(evidence.votes_yes, 2);
  EXPECT_EQ(evidence.votes_no, 2);
}

TEST(ArticlePrior, OfNothingThereIsNone) {
  EXPECT_THAT(article_priors({}, kBound), IsEmpty());
}

struct Case {
  const char* story;
  ArticleEvidence own, other;
  double factor;  // of the first
};
class OfTwo : public testing::TestWithParam<Case> {};

TEST_P(OfTwo, TheFactorComesFromBeingUnlikeTheMean) {
  const auto& [story, own, other, factor] = GetParam();
  EXPECT_THAT(article_priors({{"en/a", own}, {"en/b", other}}, kBound).at("en/a"),
              DoubleNear(factor, 1e-4))
      << story;
}

// Votes: mean 40 of 60 = 2/3, odds 2; the first has (30 + 20 * 2/3) / (30 + 20) = 0.8667, odds 6.5;
// r = 3.25, (r² - 1) / (r² + 1) = 0.8270, half of it times the bound is 0.04135.
// Reads: mean 100 of 200, odds 1; (80 + 50 / 2) / (100 + 50) = 0.7, odds 2.3333; 0.6897 * 0.03.
// Clicks: mean 110 of 1100, odds 1/9; (100 + 20) / (100 + 200) = 0.4, odds 2/3; r = 6; 35/37 *
// 0.02.
INSTANTIATE_TEST_SUITE_P(
    Cases, OfTwo,
    testing::Values(
        Case{"liked more", {.votes_yes = 30}, {.votes_yes = 10, .votes_no = 20}, 1.04135},
        Case{"liked less",
             {.votes_yes = 10, .votes_no = 20},
             {.votes_yes = 30},
             0.96607},  // (10 + 13.3333) / 50 = 0.46667, odds 0.875, r = 0.4375
        Case{"read more", {.views = 100, .reads = 80}, {.views = 100, .reads = 20}, 1.02069},
        Case{"clicked more", {.shown = 100, .clicks = 100}, {.shown = 1000, .clicks = 10}, 1.01892},
        Case{"one vote says little", {.votes_yes = 1}, {.votes_yes = 60, .votes_no = 40}, 1.0040},
        Case{"all are liked", {.votes_yes = 5}, {.votes_yes = 50}, 1},
        Case{"nobody is", {.votes_no = 5}, {.votes_no = 50}, 1},
        Case{"no evidence", {}, {.votes_yes = 30, .votes_no = 30}, 1},
        Case{"alone", {.shown = 50, .clicks = 7, .votes_yes = 4, .votes_no = 3}, {}, 1},
        Case{"more clicks than there were chances count as all",
             {.shown = 100, .clicks = 900},
             {.shown = 1000, .clicks = 10},
             1.01892},
        Case{"sums below nought count as none", {.shown = -5, .clicks = -9}, {.shown = 9}, 1}));

TEST(ArticlePrior, NeverLeavesTheBound) {
  constexpr std::int64_t kMany = 1'000'000'000'000;
  const ArticleEvidence loved{
      .shown = kMany, .clicks = kMany, .views = kMany, .reads = kMany, .votes_yes = kMany};
  const ArticleEvidence hated{.shown = kMany, .views = kMany, .votes_no = kMany};
  const auto priors = article_priors({{"en/hated", hated}, {"en/loved", loved}}, kBound);
  EXPECT_THAT(priors, ElementsAre(Pair("en/hated", DoubleNear(1 - kBound, 1e-6)),
                                  Pair("en/loved", DoubleNear(1 + kBound, 1e-6))));
}

// Whoever writes or reads German votes otherwise: languages are compared with themselves, and "pt"
// is not "pt-BR".
TEST(ArticlePrior, EachLanguageHasItsOwnMean) {
  const ArticleEvidence liked{.votes_yes = 30, .votes_no = 10};
  const ArticleEvidence disliked{.votes_yes = 5, .votes_no = 35};
  const auto priors = article_priors(
      {{"pt-BR/a", disliked}, {"pt-BR/b", disliked}, {"pt/a", liked}, {"pt/b/c", liked}}, kBound);
  for (const auto& [key, factor] : priors) EXPECT_DOUBLE_EQ(factor, 1) << key;
}

}  // namespace
}  // namespace kb::insights
