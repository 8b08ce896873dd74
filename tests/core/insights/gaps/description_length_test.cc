#include "core/insights/gaps/description_length.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

namespace kb::insights {
namespace {

TEST(DescriptionLength, IsLeastForTheTopicsThatThereAre) {
  text::Stemmers stemmers;
  QuestionForms forms("en", stemmers);
  std::vector<std::uint32_t> right;
  constexpr std::uint32_t kTopics = 6;
  constexpr std::uint32_t kEach = 150;
  for (std::uint32_t i = 0; i < kTopics * kEach; ++i) {
    const std::string topic = "t" + std::to_string(i % kTopics) + "w";
    const auto form =
        forms.add(topic + std::to_string(i % 7) + " " + topic + std::to_string(i % 11) + " any" +
                  std::to_string(i % 97) + " n" + std::to_string(i));
    if (form == right.size()) right.push_back(i % kTopics);
  }
  std::vector<std::uint32_t> form_at(forms.size());
  std::iota(form_at.begin(), form_at.end(), 0U);
  std::vector<std::uint32_t> halves;
  for (const auto topic : right) halves.push_back(topic % 2);
  const std::vector<std::uint32_t> one(forms.size());

  DescriptionLength length(forms, form_at);
  const double best = length.of(right);
  EXPECT_LT(best, length.of(halves));
  EXPECT_LT(best, length.of(one));
  EXPECT_LT(best, length.of(form_at));  // each on its own
}

TEST(DescriptionLength, OfNothingIsNothing) {
  text::Stemmers stemmers;
  const QuestionForms forms("en", stemmers);
  EXPECT_EQ(DescriptionLength(forms, {}).of({}), 0);
}

}  // namespace
}  // namespace kb::insights
