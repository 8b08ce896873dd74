#include "core/insights/gaps/gap_proof.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  Share before, after;
  bool was_closed;
  std::string_view verdict;
};
class ProvedGap : public testing::TestWithParam<Case> {};

TEST_P(ProvedGap, HasItsVerdict) {
  const auto& [before, after, was_closed, verdict] = GetParam();
  EXPECT_EQ(verdict_name(prove(before, after, was_closed).verdict), verdict);
}

INSTANTIATE_TEST_SUITE_P(
    Closing, ProvedGap,
    testing::Values(Case{{60, 80}, {0, 7}, false, "waiting"},      // too few, whatever they say
                    Case{{60, 80}, {0, 8}, false, "closed"},       // high: -0.750 + 0.341
                    Case{{60, 80}, {10, 20}, false, "closed"},     // high: -0.250 + 0.227
                    Case{{60, 80}, {11, 20}, false, "undecided"},  // high: -0.200 + 0.219
                    Case{{60, 80}, {20, 20}, false, "undecided"},  // worse, and never was closed
                    Case{{30, 100}, {0, 8}, false, "undecided"},   // high: -0.300 + 0.334
                    Case{{30, 100}, {0, 10}, false, "closed"},     // high: -0.300 + 0.289
                    Case{{0, 0}, {0, 20}, false, "undecided"}));   // nothing to compare with

// Half of what it was: 0.375 of 60 in 80, 0.15 of 30 in 100.
INSTANTIATE_TEST_SUITE_P(
    Returning, ProvedGap,
    testing::Values(Case{{60, 80}, {8, 8}, true, "returned"},
                    Case{{60, 80}, {7, 7}, true, "waiting"},
                    Case{{60, 80}, {12, 20}, true, "returned"},   // at least 0.387
                    Case{{60, 80}, {11, 20}, true, "undecided"},  // at least 0.342
                    Case{{60, 80}, {60, 100}, true, "closed"},    // still less than it was
                    Case{{30, 100}, {3, 8}, true, "undecided"},   // at least 0.137
                    Case{{30, 100}, {4, 8}, true, "returned"},    // at least 0.215
                    Case{{30, 100}, {1, 10}, true, "undecided"},  // one is no return
                    Case{{30, 100}, {11, 40}, true, "returned"},  // at least 0.161
                    Case{{0, 40}, {1, 40}, true, "undecided"}));  // it never failed

TEST(GapProof, ShowsTheDifferenceWithItsInterval) {
  // Newcombe's first example, turned round: 48 in 80 after 56 in 70.
  const auto proof = prove({56, 70}, {48, 80});
  EXPECT_NEAR(*proof.difference, -0.2, 1e-12);
  EXPECT_NEAR(proof.interval->low, -0.3339, 5e-5);
  EXPECT_NEAR(proof.interval->high, -0.0524, 5e-5);
  EXPECT_EQ(proof.verdict, Verdict::closed);
}

TEST(GapProof, ShowsNoDifferenceWhereNobodyAsked) {
  const auto proof = prove({5, 10}, {0, 0});
  EXPECT_EQ(proof.difference, std::nullopt);
  EXPECT_EQ(proof.interval, std::nullopt);
  EXPECT_EQ(proof.verdict, Verdict::waiting);
}

}  // namespace
}  // namespace kb::insights
