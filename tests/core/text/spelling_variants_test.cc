#include "core/text/spelling_variants.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view lang, word, surface, folded;
};
class Spelling : public testing::TestWithParam<Case> {};
TEST_P(Spelling, HasASurfaceAndAFoldedForm) {
  const SpellingVariants spelling(GetParam().lang);
  EXPECT_EQ(spelling.surface(GetParam().word), GetParam().surface);
  EXPECT_EQ(spelling.folded(GetParam().surface), GetParam().folded);
  EXPECT_EQ(spelling.folded(GetParam().folded), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(
    Umlauts, Spelling,
    testing::Values(Case{"de", "Gebäude", "gebäude", "gebaude"},
                    Case{"de", "Gebaeude", "gebaeude", "gebaude"},
                    Case{"de-CH", "Straße", "strasse", "strasse"},
                    Case{"de", "über", "über", "uber"}, Case{"de", "Ueber", "ueber", "uber"},
                    Case{"de", "Feuer", "feuer", "feuer"}, Case{"de", "Quelle", "quelle", "quelle"},
                    Case{"sv", "Köp", "köp", "kop"}, Case{"sv", "koep", "koep", "kop"},
                    Case{"da", "Åbne", "åbne", "abne"}, Case{"nb", "aabne", "aabne", "abne"},
                    Case{"da", "ændre", "ændre", "aendre"}, Case{"da", "andre", "andre", "andre"},
                    Case{"fi", "ääni", "ääni", "aani"}, Case{"en", "poem", "poem", "poem"}));
INSTANTIATE_TEST_SUITE_P(
    Letters, Spelling,
    testing::Values(Case{"ro", "Plăţi", "plăți", "plati"}, Case{"tr", "şifre", "şifre", "sifre"},
                    Case{"tr", "IŞIK", "ışık", "isik"}, Case{"tr", "İade", "iade", "iade"},
                    Case{"en", "İade", "iade", "iade"}, Case{"sr", "Између", "između", "izmedu"},
                    Case{"sr", "izmedju", "izmedju", "izmedu"}, Case{"hr", "đak", "đak", "dak"},
                    Case{"ru", "Ёлка", "ёлка", "елка"}, Case{"uk", "об’єкт", "об'єкт", "обєкт"},
                    Case{"uk", "ґанок", "ґанок", "ганок"}, Case{"el", "ΛΌΓΟΣ", "λόγοσ", "λογοσ"},
                    Case{"vi", "Hoà", "hòa", "hoa"}, Case{"vi", "kỹ", "kỹ", "ki"},
                    Case{"ca", "col·lecció", "col·lecció", "colleccio"},
                    Case{"en", "don’t", "don't", "dont"}));
INSTANTIATE_TEST_SUITE_P(
    Scripts, Spelling,
    testing::Values(Case{"ar", "كتابة", "كتابة", "كتابه"}, Case{"ar", "أحمد", "احمد", "احمد"},
                    Case{"fa", "كتاب", "کتاب", "کتاب"}, Case{"en", "٤٢", "42", "42"},
                    Case{"he", "שָׁלוֹם", "שלום", "שלום"}, Case{"hi", "दुःख", "दुःख", "दुख"},
                    Case{"zh-TW", "時間", "時間", "时间"},
                    Case{"ja", "ｻｰﾊﾞｰ", "サーバー", "さーば"}, Case{"th", "เเก้", "แก้", "แก้"},
                    Case{"ja", "Ｗｉ", "wi", "wi"}));
INSTANTIATE_TEST_SUITE_P(Odd, Spelling,
                         testing::Values(Case{"en", "", "", ""}, Case{"", "Word", "word", "word"},
                                         Case{"en", "'", "'", "'"},
                                         Case{"en", "\xff", "\uFFFD", "\uFFFD"},
                                         Case{"ar", "ـ", "ـ", "ـ"}));

}  // namespace
}  // namespace kb::text
