#include "core/insights/gaps/asked_words.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

const std::vector<Question> kAskedBefore = {
    {"pl", "zwrot kasy za bilet"}, {"pl", "kasy zwrot?"}, {"pl", "?!"}, {"en", "refund"}};

TEST(AskedWords, FindAPhraseWhereItsWordsStandSideBySide) {
  const AskedWords words(kAskedBefore);
  const auto phrase = words.phrase({"zwrot", "kasy"});
  ASSERT_TRUE(phrase);
  EXPECT_TRUE(words.has(0, *phrase));
  EXPECT_FALSE(words.has(1, *phrase)) << "in another order";
  EXPECT_FALSE(words.has(2, *phrase)) << "no words at all";
  EXPECT_FALSE(words.has(3, *phrase));
}

TEST(AskedWords, SayThatNobodyUsedAWord) {
  const AskedWords words(kAskedBefore);
  EXPECT_FALSE(words.phrase({"zwrot", "faktura"}));
}

TEST(AskedWords, ReadWhatIsNewOnly) {
  AskedWords words(kAskedBefore);
  auto more = kAskedBefore;
  more.push_back({"en", "a full refund"});
  words.read(more);
  words.read(more);
  const auto refund = words.phrase({"refund"});
  ASSERT_TRUE(refund);
  EXPECT_TRUE(words.has(3, *refund));
  EXPECT_TRUE(words.has(4, *refund));
  EXPECT_EQ(words.of(4).size(), 3U);
}

}  // namespace
}  // namespace kb::insights
