#include "server/delivery/mail_encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HeaderText, StaysAsItIsWhereItIsShortAscii) {
  EXPECT_EQ(header_text("We have your message (no. 1042)"), "We have your message (no. 1042)");
  EXPECT_EQ(header_text(""), "");
}

TEST(HeaderText, IsEncodedWhereItIsNot) {
  EXPECT_EQ(header_text("Zwrot kosztów"), "=?UTF-8?B?Wndyb3Qga29zenTDs3c=?=");
  EXPECT_EQ(header_text("a =?utf-8?q?b?="), "=?UTF-8?B?YSA9P3V0Zi04P3E/Yj89?=");
}

TEST(HeaderText, NeverBeginsAHeaderOfItsOwn) {
  EXPECT_EQ(header_text("Hello\r\nBcc: eve@mail.example"), "Hello  Bcc: eve@mail.example");
  const auto folded = header_text("é\r\nBcc: eve@mail.example" + std::string(200, 'x'));
  EXPECT_THAT(folded, Not(HasSubstr("Bcc")));
  std::istringstream lines(folded);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) EXPECT_EQ(line.front(), ' ');
}

// Encoded words end between characters, or what reads them shows two broken ones.
TEST(HeaderText, IsFoldedBetweenCharacters) {
  std::string text = "x";
  for (int i = 0; i < 60; ++i) text += "語";
  const auto header = header_text(text);
  std::istringstream lines(header);
  for (std::string line; std::getline(lines, line, '\n');) EXPECT_LE(line.size(), 76U);
  EXPECT_THAT(header, HasSubstr("?=\r\n =?UTF-8?B?"));
  EXPECT_THAT(header, testing::StartsWith("=?UTF-8?B?eOiq"));
  // 39 bytes, with a header's name before them, would cut the thirteenth: 37 are taken.
  EXPECT_EQ(header.find("\r\n"), std::string_view("=?UTF-8?B?").size() + 52 + 2);
}

TEST(HeaderPhrase, IsQuotedOrEncoded) {
  EXPECT_EQ(header_phrase("Help, \"Inc.\""), R"("Help, \"Inc.\"")");
  EXPECT_EQ(header_phrase("Ajutor și sfaturi"), "=?UTF-8?B?QWp1dG9yIMiZaSBzZmF0dXJp?=");
}

struct Case {
  const char* text;
  const char* encoded;
};
class QuotedPrintable : public testing::TestWithParam<Case> {};
TEST_P(QuotedPrintable, Encodes) {
  EXPECT_EQ(quoted_printable(GetParam().text), GetParam().encoded);
}
INSTANTIATE_TEST_SUITE_P(All, QuotedPrintable,
                         testing::Values(Case{"", ""}, Case{"plain", "plain"},
                                         Case{"1 = 1", "1 =3D 1"}, Case{"så", "s=C3=A5"},
                                         Case{"a\nb", "a\r\nb"}, Case{"a\r\nb", "a\r\nb"},
                                         Case{"end \nb\t", "end=20\r\nb=09"},
                                         Case{"\n\n", "\r\n\r\n"}, Case{"a\rb\x01", "a=0Db=01"}));

TEST(QuotedPrintable, KeepsLinesShort) {
  const auto encoded = quoted_printable(std::string(74, 'a') + "éé" + std::string(300, 'b'));
  std::istringstream lines(encoded);
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), 77U) << line;  // with \r
  EXPECT_THAT(encoded, HasSubstr(std::string(74, 'a') + "=\r\n=C3=A9=C3=A9"));
}

}  // namespace
}  // namespace kb
