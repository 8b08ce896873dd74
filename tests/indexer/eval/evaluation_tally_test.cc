#include "indexer/eval/evaluation_tally.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using testing::ElementsAre;

TEST(EvaluationTally, IsTheMeanOfAllQueries) {
  EvaluationTally tally;
  tally.add({"q1", "one", {{"en/a", 1}}}, {"en/a"}, 3);
  tally.add({"q2", "two", {{"en/b", 1}}}, {"en/a", "en/b"}, 1);
  tally.add({"q3", "three", {{"en/c", 1}}}, {}, 2);
  tally.add({"q4", "four", {{"en/d", 1}}}, {"en/a"}, 100);
  const auto figures = tally.figures();
  EXPECT_EQ(figures.queries, 4U);
  EXPECT_DOUBLE_EQ(figures.mrr, 1.5 / 4);
  EXPECT_DOUBLE_EQ(figures.recall_1, 0.25);
  EXPECT_DOUBLE_EQ(figures.recall_5, 0.5);
  EXPECT_DOUBLE_EQ(figures.recall_10, 0.5);
  EXPECT_DOUBLE_EQ(figures.zero_results, 0.25);
  EXPECT_DOUBLE_EQ(figures.median_ms, 3);
  EXPECT_DOUBLE_EQ(figures.p99_ms, 100);
  EXPECT_THAT(figures.missed, ElementsAre("q3", "q4"));
}

TEST(EvaluationTally, OfNothingIsZero) {
  const auto figures = EvaluationTally().figures();
  EXPECT_EQ(figures.queries, 0U);
  EXPECT_EQ(figures.mrr, 0);
  EXPECT_EQ(figures.p99_ms, 0);
}

TEST(EvaluationTally, PrintsJson) {
  EvaluationTally tally;
  tally.add({"q1", "one", {{"en/a", 1}}}, {"en/a"}, 3);
  tally.add({"q2", "two", {{"en/b", 1}}}, {}, 3);
  const auto json = nlohmann::json::parse(to_json(tally.figures()));
  EXPECT_EQ(json.at("queries"), 2);
  EXPECT_EQ(json.at("mrr_10"), 0.5);
  EXPECT_EQ(json.at("zero_results"), 0.5);
  EXPECT_EQ(json.at("median_ms"), 3.0);
  EXPECT_EQ(json.at("missed"), nlohmann::json::array({"q2"}));
}

}  // namespace
}  // namespace kb
