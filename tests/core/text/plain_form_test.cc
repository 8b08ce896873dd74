#include "core/text/plain_form.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view text, plain;
};
class PlainForms : public testing::TestWithParam<Case> {};

TEST_P(PlainForms, AreWhatScannersNeed) {
  EXPECT_EQ(plain_form(GetParam().text).text, GetParam().plain);
}

INSTANTIATE_TEST_SUITE_P(Texts, PlainForms,
                         testing::Values(Case{"plain", "plain"}, Case{"ａ＠ｂ．ｃ", "a@b.c"},
                                         Case{"٠١२३", "0123"}, Case{"1\u00A0000", "1 000"},
                                         Case{"1\u20112\u22123–4", "1-2-3-4"},
                                         Case{"pass\u200Bword\u00AD", "password"},
                                         Case{"O’Neill", "O'Neill"}, Case{"e\u0301", "é"},
                                         Case{"№ ½", "No 1\u20442"}, Case{"Ł ß Ж", "Ł ß Ж"},
                                         Case{"a\xFF", "a\uFFFD"}, Case{"", ""}));

std::string original(std::string_view text, std::string_view part) {
  const PlainForm plain = plain_form(text);
  const auto at = plain.text.find(part);
  const auto range = plain.original({at, at + part.size()});
  return std::string(text.substr(range.begin, range.end - range.begin));
}

TEST(PlainForms, KnowTheWayBack) {
  EXPECT_EQ(original("x ａ＠ｂ y", "a@b"), "ａ＠ｂ");
  EXPECT_EQ(original("x\u200By", "y"), "y");
  EXPECT_EQ(original("x\u200By", "x"), "x");
  EXPECT_EQ(original("x\u200By", "xy"), "x\u200By");
  EXPECT_EQ(original("ae\u0301b", "é"), "e\u0301");
  EXPECT_EQ(original("№5 is", "5 is"), "5 is");
  EXPECT_EQ(original("№5 is", "o"), "№") << "whole characters";
}

}  // namespace
}  // namespace kb::text
