#include "core/insights/gaps/cluster_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::insights {
namespace {

class ClusterLabelsOf : public testing::Test {
 protected:
  QuestionCluster describe(std::vector<std::uint32_t> members) {
    ClusterLabels labels(forms_, questions_);
    QuestionCluster cluster{.members = std::move(members), .words = {}, .label = {}};
    labels.describe(cluster);
    return cluster;
  }
  void ask(std::string text, double customers) {
    questions_.push_back({forms_.add(text, customers), customers, std::move(text)});
  }

  text::Stemmers stemmers_;
  QuestionForms forms_{"en", stemmers_};
  std::vector<KeptQuestion> questions_;
};

TEST_F(ClusterLabelsOf, AreAQuestionThatManyAskAndItsWords) {
  ask("Hello, I have been waiting for the parcel that I ordered for my sister in July", 1);
  ask("where is my parcel", 9);
  ask("parcel where", 1);
  ask("where is my refund", 4);
  ask("how is my account closed", 4);
  const auto cluster = describe({0, 1, 2});
  EXPECT_EQ(cluster.label, "where is my parcel");
  EXPECT_EQ(cluster.members.front(), 1U);
  EXPECT_EQ(cluster.members.size(), 3U);
  ASSERT_FALSE(cluster.words.empty());
  EXPECT_EQ(cluster.words.front(), "parcel");
  EXPECT_LE(cluster.words.size(), 6U);
}

TEST_F(ClusterLabelsOf, AreItselfForAQuestionAlone) {
  ask("???", 1);
  const auto cluster = describe({0});
  EXPECT_EQ(cluster.label, "???");
  EXPECT_TRUE(cluster.words.empty());
}

TEST_F(ClusterLabelsOf, GoByTheTextAmongEquals) {
  ask("parcel lost", 1);
  ask("lost parcel", 1);
  EXPECT_EQ(describe({0, 1}).label, "lost parcel");
  EXPECT_EQ(describe({1, 0}).label, "lost parcel");
}

}  // namespace
}  // namespace kb::insights
