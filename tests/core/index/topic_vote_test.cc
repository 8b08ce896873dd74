#include "core/index/topic_vote.h"

#include <gtest/gtest.h>

namespace kb::index {
namespace {

std::string winners(const std::vector<Voter>& voters) {
  std::string text;
  for (const auto& topic : vote_topics(voters)) text += topic.topic + " ";
  return text;
}

TEST(TopicVote, TheNearestCountMost) {
  EXPECT_EQ(winners({{"refund", 0.9}, {"card", 0.5}, {"card", 0.5}}), "refund card ");
}

TEST(TopicVote, SeveralNearOnesOutvoteOne) {
  EXPECT_EQ(winners({{"refund", 0.9}, {"card", 0.88}, {"card", 0.87}}), "card refund ");
}

TEST(TopicVote, AnEntryOfManyTicketsCountsMore) {
  EXPECT_EQ(winners({{"refund", 0.9, 1}, {"card", 0.9, 8}}), "card refund ");
}

TEST(TopicVote, SharesAddUpToOne) {
  const std::vector<Voter> voters = {{"a", 0.9}, {"b", 0.8}, {"", 0.8}, {"a", 0.1}};
  double all = 0;
  for (const auto& topic : vote_topics(voters)) all += topic.share;
  EXPECT_NEAR(all, 1, 1e-9);
}

TEST(TopicVote, WhoHasNoTopicOrNoLikenessDoesNotVote) {
  EXPECT_EQ(winners({}), "");
  EXPECT_EQ(winners({{"", 0.9}}), "");
  EXPECT_EQ(winners({{"refund", 0}}), "");
  EXPECT_EQ(winners({{"", 0.9}, {"card", 0.2}}), "card ");
}

TEST(TopicVote, OnlyTheNearestVote) {
  std::vector<Voter> voters(kVoters, {"refund", 0.5});
  voters.resize(100, {"card", 0.5});
  EXPECT_EQ(winners(voters), "refund ");
}

TEST(TopicVote, OfEqualsTheFirstByAlphabet) {
  EXPECT_EQ(winners({{"b", 0.5}, {"a", 0.5}}), "a b ");
}

}  // namespace
}  // namespace kb::index
