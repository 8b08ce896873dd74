#include "core/tickets/mail_lines.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(MailLines, AreFoldedToCompare) {
  const MailLines lines = mail_lines("Grüße,\r\n  Żółć’s \n\nДобрый День");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].text, "Grüße,");
  EXPECT_EQ(lines[0].folded, folded("GRÜSSE,"));
  EXPECT_EQ(lines[1].folded, "zolc's");
  EXPECT_TRUE(lines[2].is_blank());
  EXPECT_EQ(lines[3].folded, folded("добрый день"));
  EXPECT_EQ(joined(mail_lines("\n\na\n\n\nb\nc\n\n")), "a\n\nb\nc");
}

TEST(MailLines, WordsEndWhereNoLetterFollows) {
  EXPECT_TRUE(starts_with_word("hi, ana", "hi"));
  EXPECT_FALSE(starts_with_word("his hub", "hi"));
  EXPECT_FALSE(starts_with_word("приветы", "привет"));
  EXPECT_EQ(count_words("  two words "), 2U);
  EXPECT_FALSE(says_something(" -- > !"));
  EXPECT_TRUE(says_something("?1"));
  EXPECT_TRUE(asks(mail_lines("a\nis it?"), 1));
  EXPECT_FALSE(asks(mail_lines("is it?\na"), 1));
}

}  // namespace
