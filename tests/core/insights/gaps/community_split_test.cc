#include "core/insights/gaps/community_split.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>
#include <string>

namespace kb::insights {
namespace {

// Words of their own for each of two topics, and a tie from each question to the next of its topic;
// one tie between the topics.
class CommunitySplit : public testing::Test {
 protected:
  static constexpr std::uint32_t kQuestions = 40;

  void SetUp() override {
    for (std::uint32_t i = 0; i < kQuestions; ++i) {
      const std::string topic = is_second(i) ? "second" : "first";
      form_at_.push_back(
          forms_.add(topic + " " + topic + std::to_string(i % 3) + " n" + std::to_string(i)));
    }
    for (std::uint32_t i = 0; i < kQuestions; ++i)
      for (std::uint32_t j = 0; j < i; ++j)
        if (is_second(i) == is_second(j)) ties_.push_back({i, j, 1});
    ties_.push_back({0, kQuestions - 1, 1});
  }

  static bool is_second(std::uint32_t question) { return question >= kQuestions / 2; }

  std::vector<std::uint32_t> parted(std::vector<std::uint32_t> parts) {
    DescriptionLength length(forms_, form_at_);
    return parted_where_shorter(Graph(kQuestions, ties_), std::move(parts), length);
  }

  text::Stemmers stemmers_;
  QuestionForms forms_{"en", stemmers_};
  std::vector<std::uint32_t> form_at_;
  std::vector<Tie> ties_;
};

TEST_F(CommunitySplit, PartsTwoTopicsThatWereTakenForOne) {
  const auto parts = parted(std::vector<std::uint32_t>(kQuestions));
  EXPECT_NE(parts.front(), parts.back());
  for (std::uint32_t i = 0; i < kQuestions; ++i)
    EXPECT_EQ(parts[i], is_second(i) ? parts.back() : parts.front()) << i;
}

TEST_F(CommunitySplit, LeavesWhatIsOneTopic) {
  std::vector<std::uint32_t> right(kQuestions);
  for (std::uint32_t i = 0; i < kQuestions; ++i) right[i] = is_second(i) ? 1 : 0;
  EXPECT_EQ(parted(right), right);
}

TEST_F(CommunitySplit, NumbersFromZeroWithoutGaps) {
  std::vector<std::uint32_t> parts(kQuestions);
  std::iota(parts.begin(), parts.end(), 0U);
  parts[1] = parts[0];
  for (std::uint32_t i = 2; i < kQuestions; ++i) --parts[i];
  const auto found = parted(parts);
  const std::set<std::uint32_t> numbers(found.begin(), found.end());
  EXPECT_EQ(*numbers.rbegin() + 1, numbers.size());
}

}  // namespace
}  // namespace kb::insights
