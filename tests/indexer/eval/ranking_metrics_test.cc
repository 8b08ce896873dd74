#include "indexer/eval/ranking_metrics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kb {
namespace {

struct Case {
  std::vector<std::string> ranked;
  Relevance relevant;
  double reciprocal_rank, ndcg, recall_1, recall_5, recall_10;
};
class Rankings : public testing::TestWithParam<Case> {};
TEST_P(Rankings, AreMeasured) {
  const auto& expected = GetParam();
  const auto metrics = measure_ranking(expected.ranked, expected.relevant);
  EXPECT_NEAR(metrics.reciprocal_rank, expected.reciprocal_rank, 1e-9);
  EXPECT_NEAR(metrics.ndcg, expected.ndcg, 1e-9);
  EXPECT_NEAR(metrics.recall_1, expected.recall_1, 1e-9);
  EXPECT_NEAR(metrics.recall_5, expected.recall_5, 1e-9);
  EXPECT_NEAR(metrics.recall_10, expected.recall_10, 1e-9);
}

const double kSecond = 1 / std::log2(3);  // what the second place counts, the first counts 1
const std::vector<std::string> kNine = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};

std::vector<std::string> after_nine(std::vector<std::string> more) {
  std::vector<std::string> all = kNine;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    One, Rankings,
    testing::Values(Case{{"a", "b"}, {{"a", 1}}, 1, 1, 1, 1, 1},
                    Case{{"b", "a"}, {{"a", 1}}, 0.5, kSecond, 0, 1, 1},
                    Case{{}, {{"a", 1}}, 0, 0, 0, 0, 0}, Case{{"b"}, {{"a", 1}}, 0, 0, 0, 0, 0},
                    Case{after_nine({"a"}), {{"a", 1}}, 0.1, 1 / std::log2(11), 0, 0, 1},
                    // Only the first ten count.
                    Case{after_nine({"10", "a"}), {{"a", 1}}, 0, 0, 0, 0, 0}));
INSTANTIATE_TEST_SUITE_P(
    Several, Rankings,
    testing::Values(
        Case{{"a", "b"}, {{"a", 1}, {"b", 1}}, 1, 1, 0.5, 1, 1},
        Case{{"x", "a"}, {{"a", 1}, {"b", 1}}, 0.5, kSecond / (1 + kSecond), 0, 0.5, 0.5},
        // The better one should come first: gains are 2^relevance - 1.
        Case{{"a", "b"}, {{"a", 1}, {"b", 2}}, 1, (1 + 3 * kSecond) / (3 + kSecond), 0.5, 1, 1}));

TEST(Ranking, OfAQueryThatNobodyJudgedIsNothing) {
  EXPECT_EQ(measure_ranking({"a"}, {}).reciprocal_rank, 0);
  EXPECT_EQ(measure_ranking({"a"}, {}).ndcg, 0);
}

}  // namespace
}  // namespace kb
