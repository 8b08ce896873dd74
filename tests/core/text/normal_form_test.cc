#include "core/text/normal_form.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view text, form;
};

class Composed : public testing::TestWithParam<Case> {};
TEST_P(Composed, IsWhatTextsAreStoredIn) {
  EXPECT_EQ(nfc(GetParam().text), GetParam().form);
  EXPECT_EQ(nfc(GetParam().form), GetParam().form);
}
INSTANTIATE_TEST_SUITE_P(Texts, Composed,
                         testing::Values(Case{"", ""}, Case{"Refund", "Refund"},
                                         Case{"e\u0301", "é"}, Case{"s\u0326", "ș"},
                                         Case{"\u212b", "Å"}, Case{"ﬁ", "ﬁ"}, Case{"가", "가"},
                                         Case{"a\xff"
                                              "b",
                                              "a\uFFFD"
                                              "b"}));

TEST(Decomposed, IsWhatLettersAreMadeOf) {
  EXPECT_EQ(nfd("é"), "e\u0301");
  EXPECT_EQ(nfd("plain"), "plain");
  EXPECT_EQ(nfd("\xff"), "\uFFFD");
}

class Caseless : public testing::TestWithParam<Case> {};
TEST_P(Caseless, IsWhatWordsAreComparedIn) {
  EXPECT_EQ(caseless(GetParam().text), GetParam().form);
  EXPECT_EQ(caseless(GetParam().form), GetParam().form);
}
INSTANTIATE_TEST_SUITE_P(Texts, Caseless,
                         testing::Values(Case{"", ""}, Case{"Refund 42", "refund 42"},
                                         Case{"STRAßE", "strasse"}, Case{"ŁÓDŹ", "łódź"},
                                         Case{"Ｆｕｌｌ", "full"}, Case{"ﬁnd", "find"},
                                         Case{"ΟΔΟΣ", "οδοσ"}, Case{"οδος", "οδοσ"},
                                         Case{"Ёлка", "ёлка"}, Case{"①", "1"}, Case{"ｶﾞ", "ガ"},
                                         Case{"soft\u00ADhyphen", "softhyphen"},
                                         Case{"İ", "i\u0307"}, Case{"\xc3", "\uFFFD"}));

TEST(CodePoints, GoThereAndBack) {
  EXPECT_EQ(to_utf32("aț返🙂"), U"aț返🙂");
  EXPECT_EQ(to_utf32("a\xff"), U"a\uFFFD");
  for (const std::string_view text : {"", "a", "aț返🙂"})
    EXPECT_EQ(to_utf8(to_utf32(text)), text);
  EXPECT_EQ(to_utf8(std::u32string{0xD800, 0x110000}), "\uFFFD\uFFFD");
}

class Utf8 : public testing::TestWithParam<std::pair<std::string_view, bool>> {};
TEST_P(Utf8, IsToldFromOtherBytes) {
  EXPECT_EQ(is_valid_utf8(GetParam().first), GetParam().second);
}
INSTANTIATE_TEST_SUITE_P(Bytes, Utf8,
                         testing::Values(std::pair("", true), std::pair("ascii", true),
                                         std::pair("ț返🙂", true), std::pair("\xff", false),
                                         std::pair("\xc3", false), std::pair("a\x80", false),
                                         std::pair("\xc0\xaf", false),          // overlong
                                         std::pair("\xed\xa0\x80", false),      // a surrogate
                                         std::pair("\xf4\x90\x80\x80", false),  // above U+10FFFF
                                         std::pair("\xf0\x9f\x99", false)));

TEST(Utf8Prefix, NeverCutsACharacter) {
  const std::string_view text = "aț返🙂";  // 1, 2, 3 and 4 bytes
  const std::string_view expected[] = {"",     "a",    "a",    "aț",   "aț", "aț",
                                       "aț返", "aț返", "aț返", "aț返", text, text};
  for (std::size_t bytes = 0; bytes < std::size(expected); ++bytes)
    EXPECT_EQ(utf8_prefix(text, bytes), expected[bytes]) << bytes;
}

TEST(Utf8Prefix, OfBytesThatBeginNoCharacterIsEmpty) {
  EXPECT_EQ(utf8_prefix("\x80\x80\x80\x80", 3), "");
}

}  // namespace
}  // namespace kb::text
