#include "core/text/script_habits.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  void (*habit)(Letters& word);
  std::u32string_view word, same;
};
class ScriptHabits : public testing::TestWithParam<Case> {};
TEST_P(ScriptHabits, AreBroughtToOne) {
  Letters word(GetParam().word);
  GetParam().habit(word);
  EXPECT_TRUE(word == GetParam().same);
  GetParam().habit(word);
  EXPECT_TRUE(word == GetParam().same) << "again";
}

INSTANTIATE_TEST_SUITE_P(Digits, ScriptHabits,
                         testing::Values(Case{unify_digits, U"٢٠٢٤", U"2024"},
                                         Case{unify_digits, U"۱۲३๔", U"1234"},
                                         Case{unify_digits, U"v2.0", U"v2.0"}));
INSTANTIATE_TEST_SUITE_P(Arabic, ScriptHabits,
                         testing::Values(Case{unify_arabic, U"كِتَاب", U"كتاب"},
                                         Case{unify_arabic, U"كـــتاب", U"كتاب"},
                                         Case{unify_arabic, U"أإآٱ", U"اااا"},
                                         Case{unify_arabic, U"ـ", U"ـ"},
                                         Case{unify_arabic_kaf_ya, U"کی", U"كي"},
                                         Case{unify_persian_kaf_ya, U"كيى", U"کیی"},
                                         Case{weaken_persian, U"خانۀ", U"خانه"}));
INSTANTIATE_TEST_SUITE_P(Hebrew, ScriptHabits,
                         testing::Values(Case{unify_hebrew, U"שָׁלוֹם", U"שלום"},
                                         Case{unify_hebrew, U"\u05B8", U"\u05B8"}));
INSTANTIATE_TEST_SUITE_P(Devanagari, ScriptHabits,
                         testing::Values(Case{unify_devanagari, U"हिन्दी", U"हिंदी"},
                                         Case{unify_devanagari, U"सम्पर्क", U"संपर्क"},
                                         Case{unify_devanagari, U"अन्य", U"अन्य"},
                                         Case{unify_devanagari, U"पाँच", U"पांच"},
                                         Case{unify_devanagari, U"क\u093C", U"क"},
                                         Case{weaken_devanagari, U"दुःख", U"दुख"},
                                         Case{weaken_devanagari, U"चाहिये", U"चाहिए"},
                                         Case{weaken_devanagari, U"नयी", U"नई"}));
INSTANTIATE_TEST_SUITE_P(
    Vietnamese, ScriptHabits,
    testing::Values(Case{place_tone, U"hoà", U"hòa"}, Case{place_tone, U"khoẻ", U"khỏe"},
                    Case{place_tone, U"thuý", U"thúy"}, Case{place_tone, U"quý", U"quý"},
                    Case{place_tone, U"hoàn", U"hoàn"}, Case{place_tone, U"à", U"à"},
                    Case{weaken_vietnamese, U"ky", U"ki"},
                    Case{weaken_vietnamese, U"quy", U"quy"}));
INSTANTIATE_TEST_SUITE_P(Others, ScriptHabits,
                         testing::Values(Case{unify_thai, U"เเก้", U"แก้"},
                                         Case{weaken_kana, U"サーバー", U"さーば"},
                                         Case{weaken_kana, U"サーバ", U"さーば"},
                                         Case{weaken_kana, U"ヴァイオリン", U"ばいおりん"},
                                         Case{weaken_kana, U"返金", U"返金"}));

TEST(ScriptHabitsOfNothing, AreNothing) {
  for (auto* habit :
       {unify_digits, unify_arabic, unify_hebrew, unify_devanagari, unify_thai, place_tone,
        weaken_persian, weaken_devanagari, weaken_kana, weaken_vietnamese}) {
    Letters word;
    habit(word);
    EXPECT_TRUE(word.empty());
  }
}

}  // namespace
}  // namespace kb::text
