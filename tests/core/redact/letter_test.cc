#include "core/redact/letter.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(Letters, AreFolded) {
  EXPECT_EQ(folded("Große Łódź ȘȚ"), "grose lodz st");
  EXPECT_EQ(folded("ЁЖИК Й"), "ежик и");
  EXPECT_EQ(folded("日本 😀"), "日本 😀");
}

TEST(Letters, AreKnownFromMarks) {
  for (const char32_t c : {U'a', U'Ł', U'я', U'日', U'ș'}) EXPECT_TRUE(is_letter(c));
  for (const char32_t c : {U'1', U'«', U'×', U'—', U'😀', U' '}) EXPECT_FALSE(is_letter(c));
  for (const char32_t c : {U'A', U'Ł', U'Я', U'Ё', U'Ș', U'Ź'}) EXPECT_TRUE(is_capital(c));
  for (const char32_t c : {U'a', U'ł', U'я', U'ß', U'ș', U'ź'}) EXPECT_FALSE(is_capital(c));
}

TEST(Letters, AreReadInBothDirections) {
  EXPECT_EQ(letter_at("aș", 1).code, U'ș');
  EXPECT_EQ(letter_before("aș", 3).code, U'ș');
  EXPECT_EQ(letter_before("😀", 4).size, 4U);
}

}  // namespace
}  // namespace kb::redact
