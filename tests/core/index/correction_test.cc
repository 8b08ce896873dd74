#include "core/index/correction.h"

#include <gtest/gtest.h>

namespace kb::index {
namespace {

// The words of an index that has them as often as this, out of a hundred articles.
class LexiconWords {
 public:
  LexiconWords(std::string lang, std::vector<LexiconWord> words)
      : analyser_(lang, stemmers_), bytes_(encode_lexicon(lang, words, 100)) {
    const auto opened = Lexicon::open(bytes_);
    EXPECT_TRUE(opened);
    lexicon_ = *opened;
  }

  // What is shown to the reader; "" where nothing can be put right.
  std::string corrected(std::string_view typed) {
    const std::vector<const Lexicon*> lexicons{&lexicon_};
    return index::corrected(
               typed, analyser_, lexicons,
               [&](const text::WordForms& word) { return lexicon_.find(word.folded).has_value(); })
        .value_or("");
  }

 private:
  text::Stemmers stemmers_;
  text::Analyser analyser_;
  std::string bytes_;
  Lexicon lexicon_;
};

struct Case {
  std::string_view typed, corrected;
};
class EnglishCorrections : public testing::TestWithParam<Case> {};

TEST_P(EnglishCorrections, ArePutIntoTheText) {
  LexiconWords words(
      "en", {{"refund", 9},       {"refuse", 1},  {"policy", 3}, {"password", 8}, {"parcel", 5},
             {"shipping", 6},     {"address", 7}, {"wifi", 2},   {"hub", 9},      {"reset", 8},
             {"form", 4},         {"from", 60},   {"the", 90},   {"to", 90},      {"battery", 5},
             {"subscription", 7}, {"e", 2},       {"1042", 2},   {"not", 30},     {"found", 9}});
  EXPECT_EQ(words.corrected(GetParam().typed), GetParam().corrected);
}

INSTANTIATE_TEST_SUITE_P(Transposed, EnglishCorrections,
                         testing::Values(Case{"refnud", "refund"}, Case{"pasword", "password"},
                                         Case{"adderss", "address"}, Case{"fomr", "form"}));
INSTANTIATE_TEST_SUITE_P(MissingAndDoubledLetters, EnglishCorrections,
                         testing::Values(Case{"adress", "address"}, Case{"shiping", "shipping"},
                                         Case{"refundd", "refund"},
                                         Case{"subscripton", "subscription"},
                                         Case{"passwword", "password"}));
INSTANTIATE_TEST_SUITE_P(WrongKeys, EnglishCorrections,
                         testing::Values(Case{"refumd", "refund"}, Case{"oassword", "password"},
                                         Case{"subscribtion", "subscription"}));
INSTANTIATE_TEST_SUITE_P(TwoWordsInOne, EnglishCorrections,
                         testing::Values(Case{"resetpassword", "reset password"},
                                         Case{"notfound", "not found"},
                                         Case{"shippingaddress", "shipping address"}));

// The rest of the text stays as it was typed.
INSTANTIATE_TEST_SUITE_P(InTheirText, EnglishCorrections,
                         testing::Values(Case{"the refnud polcy?", "the refund policy?"},
                                         Case{"  RESET my\tpasword!", "  RESET my\tpassword!"},
                                         Case{"\"refnud\" -adress", "\"refund\" -address"}));

// Nothing that is known, that is short, or that is a code: the best evidence there is.
INSTANTIATE_TEST_SUITE_P(Untouched, EnglishCorrections,
                         testing::Values(Case{"", ""}, Case{"?!", ""}, Case{"refund", ""},
                                         Case{"form", ""}, Case{"REFUND Policy", ""},
                                         Case{"1043", ""}, Case{"E-1043", ""},
                                         Case{"0x80070057", ""}, Case{"hb", ""}, Case{"x", ""},
                                         Case{"zzzzzzzz", ""}, Case{"xylophone", ""},
                                         Case{"\xff\xfe", ""}));

// Two words are as near as each other: readers mean the one that is written more.
TEST(Corrections, AreTheMoreFrequentOfWordsAsNear) {
  EXPECT_EQ(LexiconWords("en", {{"cable", 1}, {"table", 50}}).corrected("xable"), "table");
  EXPECT_EQ(LexiconWords("en", {{"cable", 50}, {"table", 1}}).corrected("xable"), "cable");
  EXPECT_EQ(LexiconWords("en", {{"cable", 5}, {"table", 5}}).corrected("xable"), "cable")
      << "always the same";
}

TEST(Corrections, AreTheNearerOfWordsNearlyAsFrequent) {
  EXPECT_EQ(LexiconWords("en", {{"refund", 4}, {"refunding", 6}}).corrected("refudn"), "refund");
}

// A near word must not keep a farther one from being weighed.
TEST(Corrections, AreFartherWordsThatAreFarMoreFrequent) {
  EXPECT_EQ(LexiconWords("en", {{"starred", 1}, {"stored", 90}}).corrected("stared"), "stored");
  EXPECT_EQ(LexiconWords("en", {{"starred", 9}, {"stored", 9}}).corrected("stared"), "starred");
}

struct Language {
  std::string_view lang, word, typed;
};
class CorrectionsIn : public testing::TestWithParam<Language> {};

TEST_P(CorrectionsIn, EachLanguage) {
  const auto& [lang, word, typed] = GetParam();
  LexiconWords words(std::string(lang), {{std::string(word), 3}, {"zebra", 1}, {"ворона", 1}});
  EXPECT_EQ(words.corrected(typed), word);
}

INSTANTIATE_TEST_SUITE_P(
    Slips, CorrectionsIn,
    testing::Values(
        Language{"ro", "rambursare", "rambusrare"}, Language{"ro", "plăți", "pălți"},
        Language{"ro", "factură", "fatcura"}, Language{"pl", "płatności", "platnocsi"},
        Language{"pl", "zwroty", "zwrtoy"}, Language{"de", "rückerstattung", "ruckerstatung"},
        Language{"de", "rechnung", "rehcnung"}, Language{"fr", "remboursement", "rembousement"},
        Language{"es", "contraseña", "contrasenia"}, Language{"it", "rimborso", "rinborso"},
        Language{"pt", "devolução", "devolção"}, Language{"sv", "lösenord", "lösenrod"},
        Language{"fi", "palautus", "palauuts"}, Language{"cs", "objednávka", "objednavak"},
        Language{"hu", "visszatérítés", "viszaterites"}, Language{"tr", "şifre", "sirfe"},
        Language{"ru", "возврат", "вовзрат"}, Language{"ru", "оплата", "аплата"},
        Language{"uk", "повернення", "повренення"}, Language{"bg", "доставка", "дотсавка"},
        Language{"el", "τιμολόγιο", "τιμολογο"}, Language{"ar", "استرداد", "استدراد"},
        Language{"he", "סיסמה", "סיסהמ"}, Language{"fa", "بازگشت", "بازشگت"},
        Language{"vi", "chuyển", "chuyểm"}, Language{"ko", "비밀번호", "비밀번오"}));

// Found through is_known alone, so that no analyser's own folding can hide a missing mark.
TEST(Corrections, PutMissingMarksBackWhereTheWordIsNotKnownWithoutThem) {
  text::Stemmers stemmers;
  text::Analyser analyser("ro", stemmers);
  const std::string bytes = encode_lexicon("ro", {{"plăți", 3}}, 10);
  const Lexicon lexicon = *Lexicon::open(bytes);
  const std::vector<const Lexicon*> lexicons{&lexicon};
  EXPECT_EQ(corrected("plati", analyser, lexicons, [](const auto&) { return false; }), "plăți");
}

TEST(Corrections, ComeFromTheGivenWordsOnly) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  const std::string everyones = encode_lexicon("en", {{"marble", 1}}, 10);
  const std::string agents = encode_lexicon("en", {{"marmoset", 9}}, 10);
  const Lexicon first = *Lexicon::open(everyones);
  const Lexicon second = *Lexicon::open(agents);
  const auto unknown = [](const auto&) { return false; };
  EXPECT_EQ(corrected("marmosett", analyser, std::vector<const Lexicon*>{&first}, unknown),
            std::nullopt);
  EXPECT_EQ(corrected("marmosett", analyser, std::vector<const Lexicon*>{&first, &second}, unknown),
            "marmoset");
  EXPECT_EQ(corrected("marmosett", analyser, {}, unknown), std::nullopt);
}

// Three bytes were taken for three letters: "на" and "не" came off the front of Russian words.
TEST(Corrections, TakeApartOnlyWordsOfThreeLettersOrMore) {
  LexiconWords words("ru", {{"на", 50}, {"не", 50}, {"пароль", 9}, {"мой", 9}});
  EXPECT_EQ(words.corrected("мойпароль"), "мой пароль");
  EXPECT_EQ(words.corrected("напароль"), "");
}

}  // namespace
}  // namespace kb::index
