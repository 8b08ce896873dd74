#include "core/index/message_words.h"

#include <gtest/gtest.h>

#include <map>

namespace kb::index {
namespace {

class MessageWordsTest : public testing::Test {
 protected:
  // The surfaces of the telling words, in order.
  std::string telling(std::string_view subject, std::string_view text) {
    std::string words;
    for (const auto& word : read(subject, text).telling) words += word.forms.surface + " ";
    return words;
  }
  MessageWords read(std::string_view subject, std::string_view text) {
    return message_words({subject, text}, analyser_, [&](const text::WordForms& word) {
      const auto known = weights_.find(word.surface);
      return known == weights_.end() ? fallback_ : known->second;
    });
  }

  text::Stemmers stemmers_;
  text::Analyser analyser_{"en", stemmers_};
  std::map<std::string, double> weights_;
  double fallback_ = 1;
};

TEST_F(MessageWordsTest, AreAllOfAShortMessage) {
  EXPECT_EQ(telling("", "The hub is offline"), "the hub is offline ");
}

TEST_F(MessageWordsTest, LeaveOutWhatLeadsNowhere) {
  weights_ = {{"hello", 0}, {"please", 0}};
  EXPECT_EQ(telling("", "Hello, please help"), "help ");
}

TEST_F(MessageWordsTest, AreTheMostTellingOfALongMessage) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "filler" + std::to_string(i) + " ";
  weights_ = {{"offline", 5}, {"hub", 4}};
  const auto words = read("", text + "hub offline");
  EXPECT_EQ(words.telling.size(), kTellingWords);
  EXPECT_EQ(words.telling[kTellingWords - 2].forms.surface, "hub");
  EXPECT_EQ(words.telling[kTellingWords - 1].forms.surface, "offline");
  EXPECT_DOUBLE_EQ(words.telling.back().weight, 5);
}

TEST_F(MessageWordsTest, PreferTheSubjectAndWhatIsRepeated) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "filler" + std::to_string(i) + " ";
  const auto words = telling("thermostat", text + "sensor filler7 sensor sensor");
  EXPECT_NE(words.find("thermostat "), std::string::npos);
  EXPECT_NE(words.find("sensor "), std::string::npos);
}

TEST_F(MessageWordsTest, CountAWordOnceWhateverItsInflection) {
  EXPECT_EQ(telling("Refunds", "refund refunded refunds"), "refunds ");
}

TEST_F(MessageWordsTest, KnowNoOperators) {
  EXPECT_EQ(telling("", "\"the app\" -crashes"), "the app crashes ");
}

TEST_F(MessageWordsTest, PairsAreOfNeighbours) {
  const auto words = read("", "hub offline hub");
  ASSERT_EQ(words.all.size(), 2U);
  EXPECT_EQ(words.pairs, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 0}}));
}

TEST_F(MessageWordsTest, OfNothingThereAreNone) {
  EXPECT_EQ(telling("", ""), "");
  EXPECT_EQ(telling("", "\xff\xfe \x01 ... !!!"), "");
}

TEST_F(MessageWordsTest, AnEndlessMessageIsReadInPart) {
  std::string text;
  while (text.size() < 5'000'000) text += "word" + std::to_string(text.size()) + " ";
  EXPECT_LT(read("", text).all.size(), kLongestMessage / 5);
}

}  // namespace
}  // namespace kb::index
