#include "core/index/word_list.h"

#include <gtest/gtest.h>

#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

const WordList kWords =
    WordList::of({"", "a", "refund", "refunds", "refuse", "plata", "返", "返金"});

TEST(WordList, NumbersItsWords) {
  ASSERT_EQ(kWords.size(), 8U);
  EXPECT_EQ(kWords[0], "");
  EXPECT_EQ(kWords[3], "refunds");
  EXPECT_EQ(kWords[7], "返金");
}

TEST(WordList, FindsWordsAndBeginnings) {
  const auto words = WordList::of({"a", "refund", "refunds", "refuse", "返", "返金"});
  EXPECT_EQ(words.find("refunds"), 2U);
  EXPECT_EQ(words.find("ref"), std::nullopt);
  EXPECT_EQ(words.find("z"), std::nullopt);
  EXPECT_EQ(words.with_prefix("refu"), (WordRange{1, 4}));
  EXPECT_EQ(words.with_prefix("refund"), (WordRange{1, 3}));
  EXPECT_EQ(words.with_prefix("返"), (WordRange{4, 6}));
  EXPECT_EQ(words.with_prefix(""), (WordRange{0, 6}));
  for (const auto* none : {"b", "refunded", "zz", "A"})
    EXPECT_TRUE(words.with_prefix(none).empty()) << none;
  EXPECT_TRUE(WordList().with_prefix("a").empty());
}

TEST(WordList, ComesBackAsItWasWritten) {
  ByteWriter out;
  kWords.encode(out);
  ByteReader in(out.bytes());
  const auto words = WordList::decode(in);
  ASSERT_TRUE(words);
  ASSERT_EQ(words->size(), kWords.size());
  for (std::uint32_t i = 0; i < kWords.size(); ++i) EXPECT_EQ((*words)[i], kWords[i]);
}

TEST(WordList, SurvivesDamage) {
  ByteWriter out;
  kWords.encode(out);
  for_each_damage(out.bytes(), [](const std::string& damaged) {
    ByteReader in(damaged);
    const auto words = WordList::decode(in);
    for (std::uint32_t i = 0; words && i < words->size(); ++i)
      EXPECT_LE((*words)[i].size(), damaged.size());
  });
}

}  // namespace
}  // namespace kb::index
