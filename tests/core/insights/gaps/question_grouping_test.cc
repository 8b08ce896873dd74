#include "core/insights/gaps/question_grouping.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(GroupingByMeaning, PutsEachQuestionInOneGroup) {
  text::Stemmers stemmers;
  const auto grouping = grouping_by_meaning(stemmers)("en");
  const std::vector<AskedQuestion> questions = {
      {.text = "where is my parcel"}, {.text = "Where is my PARCEL?"}, {.text = "cancel contract"}};
  grouping->add(questions);
  std::vector<int> seen(questions.size());
  for (const QuestionCluster& cluster : grouping->groups())
    for (const auto member : cluster.members) ++seen.at(member);
  EXPECT_EQ(seen, (std::vector<int>{1, 1, 1}));
}

}  // namespace
}  // namespace kb::insights
