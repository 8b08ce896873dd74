#include "core/insights/gaps/question_groups.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/insights/gaps/asked_scenario.h"
#include "tests/core/insights/gaps/grouping_by_first_word.h"

namespace kb::insights {
namespace {

// "en: parcel lost, parcel late | pl: zwrot", the questions of each in the order of their texts.
std::string groups_told(const QuestionGroups& groups, const Asked& asked) {
  std::string text;
  for (const QuestionGroup& group : groups.all()) {
    std::vector<std::string> questions;
    for (const auto question : group.questions) questions.push_back(asked.questions[question].text);
    std::ranges::sort(questions);
    text += (text.empty() ? "" : " | ") + group.lang + ":";
    for (const std::string& question : questions) text += " " + question + ",";
  }
  return text;
}

constexpr const char* kFirst = "0 en 'parcel lost' 1 found\n0 pl 'zwrot' 1 found\n";
constexpr const char* kMore = "1 en 'refund' 1 found\n1 en 'parcel late' 2 found\n";

TEST(QuestionGroups, GrowWithWhatIsAsked) {
  QuestionGroups groups(by_first_word);
  groups.update(AskedScenario(kFirst).asked(), 1);
  const AskedScenario all(std::string(kFirst) + kMore);
  groups.update(all.asked(), 1);
  EXPECT_EQ(groups_told(groups, all.asked()),
            "en: parcel late, parcel lost, | en: refund, | pl: zwrot,");
}

TEST(QuestionGroups, BeginAnewWithAnotherGeneration) {
  QuestionGroups groups(by_first_word);
  groups.update(AskedScenario(kFirst).asked(), 1);
  const AskedScenario other(kMore);
  groups.update(other.asked(), 2);
  EXPECT_EQ(groups_told(groups, other.asked()), "en: parcel late, | en: refund,");
}

TEST(QuestionGroups, AreNoneOfNothing) {
  QuestionGroups groups(by_first_word);
  groups.update({}, 1);
  EXPECT_TRUE(groups.all().empty());
}

TEST(CustomersByQuestion, AreDistinct) {
  const AskedScenario scenario(
      "0 en 'a' 3 found as ana\n1 en 'a' 2 found as ana\n0 en 'b' 1 found");
  EXPECT_EQ(customers_by_question(scenario.asked()), (std::vector<std::uint32_t>{3, 1}));
}

}  // namespace
}  // namespace kb::insights
