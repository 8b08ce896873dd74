#include "core/index/telling_weights.h"

#include <gtest/gtest.h>

#include "core/text/analyser.h"
#include "tests/core/index/damage.h"
#include "tests/core/index/small_tickets.h"

namespace kb::index {
namespace {

// Questions of two topics, all with "my".
std::vector<Ticket> questions(bool with_topics) {
  const std::vector<std::string> cards = {"my card vanished", "my card broke today",
                                          "lost my card again", "my card declined somewhere"};
  const std::vector<std::string> refunds = {"refund my order", "my refund vanished",
                                            "my refund delayed again", "missing my refund today"};
  std::vector<Ticket> all;
  int id = 0;
  for (const auto& text : cards)
    all.push_back(ticket(std::to_string(++id), text, "answer", with_topics ? "card" : ""));
  for (const auto& text : refunds)
    all.push_back(ticket(std::to_string(++id), text, "answer", with_topics ? "refund" : ""));
  return all;
}

class Weights : public testing::Test {
 protected:
  const TellingWeights& learnt(bool with_topics) {
    index_.publish(questions(with_topics));
    live_ = index_.open();
    return live_->database(tickets_of("en"))->telling;
  }
  std::uint32_t stem(std::string_view word) {
    text::Analyser analyser("en", index_.stemmers());
    return key_of(*analyser.analyse(word).front().forms).stem;
  }

  SmallTickets index_;
  std::shared_ptr<const Generation> live_;
};

TEST_F(Weights, WhatTellsTheTopicWeighsMost) {
  const auto& weights = learnt(true);
  EXPECT_GT(weights.stem(stem("card")), weights.stem(stem("again")));
  EXPECT_GT(weights.stem(stem("again")), weights.stem(stem("my")));
  EXPECT_GT(weights.pair(stem("my"), stem("card")), weights.stem(stem("my")));
  EXPECT_TRUE(weights.has_pair(stem("my"), stem("card")));
  EXPECT_FALSE(weights.has_pair(stem("card"), stem("my")));
}

TEST_F(Weights, WithoutTopicsRareWordsWeighMost) {
  const auto& weights = learnt(false);
  EXPECT_GT(weights.stem(stem("again")), weights.stem(stem("card")));
  EXPECT_GT(weights.stem(stem("card")), weights.stem(stem("my")));
  EXPECT_GT(weights.stem(stem("never")), weights.stem(stem("again")));
}

TEST_F(Weights, SurviveEncoding) {
  const auto& weights = learnt(true);
  const auto decoded = TellingWeights::decode(weights.encode());
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encode(), weights.encode());
  EXPECT_EQ(decoded->stem(stem("card")), weights.stem(stem("card")));
  EXPECT_NEAR(decoded->average_words(), 3.5, 0.5);
}

TEST_F(Weights, DamagedBytesAreNoCrash) {
  const auto bytes = learnt(true).encode();
  for_each_damage(bytes, [](const std::string& damaged) { (void)TellingWeights::decode(damaged); });
  EXPECT_FALSE(TellingWeights::decode(bytes.substr(1)));
}

TEST(TellingWeights, OfNothingAreNeutral) {
  const auto bytes = encode_lexicon("en", {}, 0);
  const auto weights = learn_telling_weights(Catalogue(), {}, *Lexicon::open(bytes));
  EXPECT_GE(weights.stem(1), 0);
  EXPECT_TRUE(TellingWeights::decode(weights.encode()));
}

}  // namespace
}  // namespace kb::index
