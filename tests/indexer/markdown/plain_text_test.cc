#include "indexer/markdown/plain_text.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(PlainText, IsTidy) {
  PlainText text;
  text.add("  a \t b\x01");
  text.end_line();
  text.end_line();
  text.add_lines("c\n\n d ");
  EXPECT_EQ(text.take(), "a b\nc\nd");
}

TEST(PlainText, IsCutAtSentencesWordsOrCharacters) {
  EXPECT_EQ(first_sentences("One two. Three.", 50), "One two. Three.");
  EXPECT_EQ(first_sentences("One two. Three four five.", 12), "One two.");
  EXPECT_EQ(first_sentences("Version 2.4.1 is here now", 16), "Version 2.4.1 is…");
  EXPECT_EQ(first_sentences("返金します。五日以内に", 8), "返金します。");
  EXPECT_EQ(first_sentences("สวัสดีครับ", 4), "สวัส…");
}

}  // namespace
}  // namespace kb
