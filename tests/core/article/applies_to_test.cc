#include "core/article/applies_to.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

const std::vector<AppliesToAxis> kAxes = {
    {"plan", {{"en", "Plan"}, {"ro", "Abonament"}}, {{"free", {{"", "Free"}}}, {"home", {}}}},
    {"platform", {}, {{"ios", {{"en", "iPhone"}}}, {"home", {{"en", "Home screen"}}}}},
};

struct Case {
  std::string_view written, axis, value;
};
class Written : public testing::TestWithParam<Case> {};

TEST_P(Written, FindsItsValue) {
  const auto found = find_value(kAxes, GetParam().written);
  ASSERT_EQ(bool(found), !GetParam().value.empty());
  if (!found) return;
  EXPECT_EQ(found.axis->key, GetParam().axis);
  EXPECT_EQ(found.value->key, GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(Values, Written,
                         testing::Values(Case{"plan:free", "plan", "free"},
                                         Case{"ios", "platform", "ios"},
                                         Case{"home", "plan", "home"},  // the first that has it
                                         Case{"platform:home", "platform", "home"},
                                         Case{"platform:free", "", ""}, Case{"linux", "", ""},
                                         Case{"", "", ""}));

TEST(AppliesToNames, AreTheReadersOrReadable) {
  EXPECT_EQ(kAxes[0].name_in("ro", "en"), "Abonament");
  EXPECT_EQ(kAxes[0].name_in("pl", "en"), "Plan");
  EXPECT_EQ(kAxes[1].name_in("ro", "en"), "Platform");
  EXPECT_EQ(kAxes[0].values[0].name_in("ja", "en"), "Free");
  EXPECT_EQ(kAxes[0].values[1].name_in("ja", "en"), "Home");
}

}  // namespace
}  // namespace kb
