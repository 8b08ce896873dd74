#include "core/index/typed_text.h"

#include <gtest/gtest.h>

namespace kb::index {
namespace {

struct Case {
  std::string lang;
  std::string text;
  std::string words;  // "reset 0, pass 6", then "." where the last one is whole
};
class TypedTexts : public testing::TestWithParam<Case> {};

TEST_P(TypedTexts, AreReadAsArticlesAre) {
  text::Stemmers stemmers;
  text::Analyser analyser(GetParam().lang, stemmers);
  const auto typed = read_typed(GetParam().text, analyser);
  std::string words;
  for (const auto& word : typed.words)
    words += (words.empty() ? "" : ", ") + word.plain + " " + std::to_string(word.begin);
  EXPECT_EQ(words + (typed.is_closed ? "." : ""), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Any, TypedTexts,
    testing::Values(Case{"en", "  Reset PASS", "reset 0, pass 6"}, Case{"en", "reset ", "reset 0."},
                    Case{"en", "e-mail", "e 0, mail 2"}, Case{"ro", "plăți", "plati 0"},
                    Case{"fr", "l’eau", "l 0, eau 4"}, Case{"de", "Straße", "strasse 0"},
                    Case{"ja", "返金につ", "返金 0, に 6, つ 9"}, Case{"en", "", ""},
                    Case{"en", "   ", ""}, Case{"en", "?!", "."}, Case{"en", "\xff", "."}));

TEST(TypedText, IsCutWhereItIsTooLong) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "ab ";
  const auto typed = read_typed(many, analyser);
  EXPECT_LE(typed.text.size(), 200U);
  EXPECT_EQ(typed.words.size(), 16U);
  EXPECT_EQ(typed.words.back().begin, 198U) << "the last ones count";
  EXPECT_EQ(read_typed("Log in", analyser).run_together(), "login");
}

}  // namespace
}  // namespace kb::index
