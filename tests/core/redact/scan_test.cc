#include "core/redact/scan.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(Scans, SplitWordsAndDigits) {
  const Scan scan("Call me: 601 234-567", "pl-PL");
  EXPECT_EQ(scan.lang(), "pl");
  ASSERT_EQ(scan.words.size(), 2U);
  EXPECT_TRUE(scan.words[0].cues.has(Cue::phone));
  EXPECT_TRUE(scan.words[0].capital);
  ASSERT_EQ(scan.digits.size(), 3U);
  EXPECT_EQ(scan.digits[1].gap, Gap::space);
  EXPECT_EQ(scan.digits[2].gap, Gap::tight);
  EXPECT_EQ(scan.first_word_from(1), 1U);
  EXPECT_EQ(scan.first_digits_from(12), 1U);
}

TEST(Scans, LookAroundOnTheLine) {
  const Scan scan("order\ncall soon: 123 or fax", "en");
  EXPECT_TRUE(scan.nearest_before(17, {Cue::phone, Cue::order}, 4).has(Cue::phone));
  EXPECT_TRUE(scan.nearest_before(17, {Cue::order}, 9).empty());
  EXPECT_TRUE(scan.nearest_after(20, {Cue::phone}, 2).has(Cue::phone));
  EXPECT_EQ(scan.line_begin(17), 6U);
  EXPECT_EQ(scan.line_end(0), 5U);
}

TEST(Scans, FindPhrasesAndPlaceholders) {
  const Scan phrase("Mit freundlichen Grüßen", "de");
  EXPECT_EQ(phrase.words[2].phrase, 3);
  EXPECT_TRUE(phrase.words[2].cues.has(Cue::closing));
  const Scan scan("to «e-mail 2», «Ромашка»", "ru");
  ASSERT_EQ(scan.placeholders.size(), 1U);
  EXPECT_TRUE(scan.touches_placeholder(0, 6));
  EXPECT_FALSE(scan.touches_placeholder(0, 3));
  EXPECT_TRUE(scan.digits.empty());
}

}  // namespace
}  // namespace kb::redact
