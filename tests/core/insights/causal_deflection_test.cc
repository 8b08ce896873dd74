#include "core/insights/causal_deflection.h"

#include <gmock/gmock.h>

namespace kb::insights {
namespace {

using testing::HasSubstr;

TEST(CausalDeflection, IsTheDifferenceWithItsInterval) {
  const auto effect = causal_deflection({.holdout = {56, 70}, .offered = {48, 80}});
  EXPECT_NEAR(effect.difference.value(), 0.2, 1e-9);
  EXPECT_NEAR(effect.interval.value().low, 0.0524, 5e-5);
  EXPECT_NEAR(effect.interval.value().high, 0.3339, 5e-5);
  EXPECT_EQ(effect.reason, "");
}

TEST(CausalDeflection, MaySayThatSuggestionsDoHarm) {
  const auto effect = causal_deflection({.holdout = {10, 50}, .offered = {500, 950}});
  EXPECT_LT(effect.difference.value(), 0);
  EXPECT_LT(effect.interval.value().high, 0);
}

struct Case {
  FormTrial trial;
  std::string_view reason;  // empty: it is enough
};
class SmallTrial : public testing::TestWithParam<Case> {};

TEST_P(SmallTrial, SaysWhatIsMissing) {
  const auto effect = causal_deflection(GetParam().trial);
  EXPECT_EQ(effect.difference.has_value(), GetParam().reason.empty());
  EXPECT_EQ(effect.interval.has_value(), GetParam().reason.empty());
  EXPECT_THAT(effect.reason, HasSubstr(GetParam().reason));
}

// With 30 forms, 5 expected: 1 of 6 must have been sent, or left.
INSTANTIATE_TEST_SUITE_P(
    Trials, SmallTrial,
    testing::Values(Case{{{0, 0}, {0, 0}}, "the holdout has 0 forms, at least 30 are needed"},
                    Case{{{15, 29}, {300, 600}},
                         "the holdout has 29 forms, at least 30 are needed"},
                    Case{{{15, 30}, {300, 600}}, ""},
                    Case{{{300, 600}, {10, 20}}, "the other forms are 20, at least 30 are needed"},
                    Case{{{5, 30}, {100, 600}}, ""},
                    Case{{{4, 30}, {100, 600}}, "too few forms were sent"},
                    Case{{{26, 30}, {500, 600}}, "too few forms were left without sending"}));

}  // namespace
}  // namespace kb::insights
