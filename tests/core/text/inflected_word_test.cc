#include "core/text/inflected_word.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

TEST(InflectedWord, LosesTheLongestEndingThatLeavesEnough) {
  InflectedWord word("fakturami");
  EXPECT_TRUE(word.drop({U"i", U"ami", U"mi"}, 3));
  EXPECT_EQ(word.text(), "faktur");
  EXPECT_FALSE(word.drop({U"ktur"}, 3));
  EXPECT_EQ(word.text(), "faktur");
}

// Endings have no diacritics; letters keep theirs.
TEST(InflectedWord, FitsEndingsWithAndWithoutDiacritics) {
  for (const auto& [text, stem] : {std::pair("účtům", "účt"), std::pair("uctum", "uct")}) {
    InflectedWord word(text);
    EXPECT_TRUE(word.ends_with(U"um"));
    EXPECT_TRUE(word.drop({U"um"}, 3));
    EXPECT_EQ(word.text(), stem);
  }
}

TEST(InflectedWord, LosesBeginnings) {
  InflectedWord word("והתשלום");
  EXPECT_TRUE(word.begins_with(U"ו"));
  EXPECT_TRUE(word.drop_beginning({U"ו", U"וה"}, 3));
  EXPECT_EQ(word.text(), "תשלום");
}

TEST(InflectedWord, ChangesItsLastLetters) {
  InflectedWord word("karet");
  word.erase(3);
  EXPECT_EQ(word.text(), "kart");
  word.replace_end(1, U"ck");
  EXPECT_EQ(word.text(), "karck");
  EXPECT_EQ(word.size(), 5U);
  EXPECT_EQ(word.bare(4), U'k');
}

// A letter that folds to two (ß, æ) stays one, so that both forms are of one length.
TEST(InflectedWord, HasOneBareLetterForEach) {
  EXPECT_TRUE(InflectedWord("aæ").ends_with(U"æ"));
  EXPECT_EQ(InflectedWord("\xff").text(), "\uFFFD");
  EXPECT_FALSE(InflectedWord("").drop({U"a"}, 0));
}

}  // namespace
}  // namespace kb::text
