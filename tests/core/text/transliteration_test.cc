#include "core/text/transliteration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view lang, typed, meant;
};

class MostLikelyLetters : public testing::TestWithParam<Case> {};
TEST_P(MostLikelyLetters, IsWhatWasMeant) {
  const auto readings = transliterated(GetParam().typed, GetParam().lang);
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings.front(), GetParam().meant);
}
INSTANTIATE_TEST_SUITE_P(
    Russian, MostLikelyLetters,
    testing::Values(Case{"ru", "privet", "привет"}, Case{"ru", "vozvrat deneg", "возврат денег"},
                    Case{"ru", "Zakazchik", "заказчик"}, Case{"ru", "shchuka", "щука"},
                    Case{"ru", "otmenit podpisku", "отменит подписку"}, Case{"ru", "moy", "мой"},
                    Case{"ru", "novyy", "новый"}, Case{"ru", "yazyk", "язык"},
                    Case{"ru", "podpiska na 30 dney", "подписка на 30 дней"},
                    Case{"ru", "istoriya", "история"}, Case{"ru", "xorosho", "хорошо"}));
INSTANTIATE_TEST_SUITE_P(Ukrainian, MostLikelyLetters,
                         testing::Values(Case{"uk", "povernennya", "повернення"},
                                         Case{"uk", "hroshi", "гроші"},
                                         Case{"uk", "pidpyska", "підписка"},
                                         Case{"uk", "oplata", "оплата"},
                                         Case{"uk", "yizhak", "їжак"}));
INSTANTIATE_TEST_SUITE_P(Bulgarian, MostLikelyLetters,
                         testing::Values(Case{"bg", "vrashtane", "вращане"},
                                         Case{"bg", "plashtane", "плащане"},
                                         Case{"bg", "parola", "парола"},
                                         Case{"bg", "smetka", "сметка"},
                                         Case{"bg", "po4ivka", "почивка"}));
INSTANTIATE_TEST_SUITE_P(
    Others, MostLikelyLetters,
    testing::Values(Case{"sr", "račun", "рачун"}, Case{"sr", "ljubav", "љубав"},
                    Case{"el", "epistrofi", "επιστροφη"}, Case{"el", "thelo", "θελω"},
                    Case{"el", "kodikos", "κοδικοσ"}, Case{"hi", "namaste", "नमस्ते"},
                    Case{"hi", "bhugataan", "भुगतान"}));
INSTANTIATE_TEST_SUITE_P(ToLatin, MostLikelyLetters,
                         testing::Values(Case{"en", "фактура", "faktura"},
                                         Case{"ro", "парола", "parola"},
                                         Case{"en", "Щука", "shchuka"},
                                         Case{"de", "παρολα", "parola"},
                                         Case{"sr-Latn", "рачун", "rachun"}));

class PossibleLetters : public testing::TestWithParam<Case> {};
TEST_P(PossibleLetters, IsWhatWasMeant) {
  EXPECT_THAT(transliterated(GetParam().typed, GetParam().lang),
              testing::Contains(std::string(GetParam().meant)));
}
INSTANTIATE_TEST_SUITE_P(Readings, PossibleLetters,
                         testing::Values(Case{"ru", "schet", "счет"}, Case{"ru", "eto", "это"},
                                         Case{"bg", "vruzka", "връзка"},
                                         Case{"sr", "racun", "рачун"},
                                         Case{"hr", "рачун", "racun"}));

class NoLetters : public testing::TestWithParam<Case> {};
TEST_P(NoLetters, IsFound) {
  EXPECT_THAT(transliterated(GetParam().typed, GetParam().lang), testing::IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(Texts, NoLetters,
                         testing::Values(Case{"ru", "", ""}, Case{"ru", "42", ""},
                                         Case{"ru", "привет", ""}, Case{"fr", "privet", ""},
                                         Case{"th", "привет", ""}, Case{"ru", "\xff", ""},
                                         Case{"ja", "privet", ""}));

TEST(Transliterated, GivesAFewReadingsInTheAlphabet) {
  for (const char* lang : {"ru", "uk", "bg", "sr", "el", "hi", "en"})
    for (const char* text : {"sch jx chuj", "ещё", "^$^", "quixotic h", "café", "ᾳδω"})
      EXPECT_LE(transliterated(text, lang).size(), 4U);
}

}  // namespace
}  // namespace kb::text
