#include "core/text/keyboard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view lang, typed, meant;
};

class FirstReading : public testing::TestWithParam<Case> {};
TEST_P(FirstReading, IsWhatWasMeant) {
  const auto readings = retyped(GetParam().typed, GetParam().lang);
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings.front(), GetParam().meant);
}
INSTANTIATE_TEST_SUITE_P(
    LatinKeysForOthers, FirstReading,
    testing::Values(Case{"ru", "ghbdtn", "привет"}, Case{"ru", "Ghbdtn vbh", "привет мир"},
                    Case{"ru", "djpdhfn ltytu", "возврат денег"}, Case{"ru", "j,vty", "обмен"},
                    Case{"ru", "J<VTY", "обмен"}, Case{"ru", "jgkfnf 42", "оплата 42"},
                    Case{"uk", "gjdthytyyz", "повернення"}, Case{"uk", "'rcgjhn", "єкспорт"},
                    Case{"bg", "l,cydke", "връщане"}, Case{"el", "epistrof;h", "επιστροφή"},
                    Case{"he", "akuo", "שלום"}, Case{"ar", "lvpfh", "مرحبا"},
                    Case{"ar", "sghl", "سلام"}, Case{"fa", "sghl", "سلام"},
                    Case{"sr", "ra;un", "рачун"}));
INSTANTIATE_TEST_SUITE_P(OtherKeysForLatin, FirstReading,
                         testing::Values(Case{"en", "руддщ", "hello"}, Case{"en", "РУДДЩ", "hello"},
                                         Case{"en", "куагтв", "refund"},
                                         Case{"ru", "зфнзфд", "paypal"},
                                         Case{"ro", "зфкщдф", "parola"},
                                         Case{"en", "ηελλο", "hello"}, Case{"en", "יקךךם", "hello"},
                                         Case{"en", "اثممخ", "hello"}, Case{"de", "ьут", "men"}));
INSTANTIATE_TEST_SUITE_P(LatinAmongThemselves, FirstReading,
                         testing::Values(Case{"de", "yahlung", "zahlung"},
                                         Case{"de", "r[ckgabe", "rückgabe"},
                                         Case{"en", "zes", "yes"}, Case{"fr", "pqyer", "payer"}));

class OneReading : public testing::TestWithParam<Case> {};
TEST_P(OneReading, IsWhatWasMeant) {
  EXPECT_THAT(retyped(GetParam().typed, GetParam().lang),
              testing::Contains(std::string(GetParam().meant)));
}
INSTANTIATE_TEST_SUITE_P(
    Readings, OneReading,
    testing::Values(Case{"bg", "wlizane", "влизане"}, Case{"bg", "plashtane", "пласхтане"},
                    Case{"uk", "ghbdtn", "привет"}, Case{"uk", "выдправити", "відправити"},
                    Case{"fr", "re;bourse;ent", "remboursement"}, Case{"en", "dqte", "date"}));

class NoReading : public testing::TestWithParam<Case> {};
TEST_P(NoReading, IsFound) {
  EXPECT_THAT(retyped(GetParam().typed, GetParam().lang), testing::IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(Texts, NoReading,
                         testing::Values(Case{"ru", "", ""}, Case{"ru", "42", ""},
                                         Case{"ru", "返金", ""}, Case{"th", "คืน", ""},
                                         Case{"ru", "\xff\xfe", ""}, Case{"en", "🙂", ""}));

TEST(Retyped, GivesAHandfulAtMost) {
  for (const char* lang : {"ru", "uk", "bg", "sr", "el", "he", "ar", "fa", "de", "fr", "en", "ja"})
    for (const char* text : {"ghbdtn", "руддщ", "qwertz", "سلام", "שלום", "γεια", "a b c"}) {
      const auto readings = retyped(text, lang);
      EXPECT_LE(readings.size(), 5U);
      EXPECT_THAT(readings, testing::Not(testing::Contains(text)));
    }
}

struct Pair {
  char32_t a, b;
  bool touch;
};
class Neighbours : public testing::TestWithParam<Pair> {};
TEST_P(Neighbours, TouchEachOther) {
  EXPECT_EQ(are_neighbours(GetParam().a, GetParam().b), GetParam().touch);
  EXPECT_EQ(are_neighbours(GetParam().b, GetParam().a), GetParam().touch);
}
INSTANTIATE_TEST_SUITE_P(
    Keys, Neighbours,
    testing::Values(Pair{U'o', U'p', true}, Pair{U'g', U't', true}, Pair{U'g', U'b', true},
                    Pair{U'z', U'u', true},  // on a German keyboard
                    Pair{U'а', U'п', true}, Pair{U'о', U'р', true}, Pair{U'σ', U'α', true},
                    Pair{U'ש', U'ד', true}, Pair{U'ل', U'ا', true}, Pair{U'q', U'1', true},
                    Pair{U'q', U'l', false}, Pair{U'a', U'a', false}, Pair{U'a', U'ф', false},
                    Pair{U'返', U'金', false}, Pair{0, 0x10FFFF, false}));

}  // namespace
}  // namespace kb::text
