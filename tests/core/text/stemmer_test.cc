#include "core/text/stemmer.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace kb::text {
namespace {

struct Case {
  std::string_view lang, word, stem;
};
class Stemming : public testing::TestWithParam<Case> {};

// One row for each of Snowball's languages shows that it loads.
TEST_P(Stemming, FindsWhatFormsHaveInCommon) {
  Stemmers stemmers;
  Stemmer* stemmer = stemmers.of(GetParam().lang);
  ASSERT_NE(stemmer, nullptr);
  EXPECT_EQ(stemmer->stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(
    Snowball, Stemming,
    testing::Values(Case{"ar", "الطلبات", "طلب"}, Case{"ca", "factures", "factur"},
                    Case{"da", "betalinger", "betaling"}, Case{"de", "rechnungen", "rechnung"},
                    Case{"el", "επιστροφες", "επιστροφ"}, Case{"en", "refunds", "refund"},
                    Case{"es", "devoluciones", "devolu"}, Case{"eu", "liburuak", "liburu"},
                    Case{"fi", "laskuja", "lasku"}, Case{"fr", "remboursements", "rembours"},
                    Case{"ga", "leabhair", "leabhair"}, Case{"hi", "किताबें", "किताब"},
                    Case{"hu", "számlák", "száml"}, Case{"hy", "պատվերներ", "պատվեր"},
                    Case{"id", "pembayaran", "bayar"}, Case{"it", "rimborsi", "rimbors"},
                    Case{"lt", "sąskaitos", "sąskait"}, Case{"nb", "fakturaene", "faktura"},
                    Case{"ne", "किताबहरू", "किताब"}, Case{"nl", "facturen", "factur"},
                    Case{"nn", "fakturaene", "faktura"}, Case{"no", "fakturaene", "faktura"},
                    Case{"pt", "pagamentos", "pagament"}, Case{"ro", "facturilor", "factur"},
                    Case{"ru", "возвраты", "возврат"}, Case{"sv", "fakturor", "faktur"},
                    Case{"ta", "புத்தகங்கள்", "புத்தகம்"}, Case{"tr", "faturalar", "fatur"},
                    Case{"yi", "ביכער", "ביכ"}));

INSTANTIATE_TEST_SUITE_P(Variants, Stemming,
                         testing::Values(Case{"pt-BR", "pagamentos", "pagament"},
                                         Case{"en-GB", "refunds", "refund"}));

INSTANTIATE_TEST_SUITE_P(Spellings, Stemming,
                         testing::Values(Case{"ro", "plății", "plat"},  // comma below
                                         Case{"ro", "plăţii", "plat"},  // cedilla
                                         Case{"ro", "platii", "plat"}, Case{"pt", "opções", "opca"},
                                         Case{"ru", "отчёты", "отчет"},
                                         Case{"ru", "отчеты", "отчет"}));

INSTANTIATE_TEST_SUITE_P(
    Light, Stemming,
    testing::Values(Case{"bg", "фактурите", "фактур"}, Case{"cs", "fakturami", "faktur"},
                    Case{"fa", "کتابها", "کتاب"}, Case{"he", "החשבוניות", "חשבונ"},
                    Case{"hr", "računima", "račun"}, Case{"ko", "환불을", "환불"},
                    Case{"sk", "faktúrami", "faktúr"}, Case{"sr", "računima", "račun"},
                    Case{"uk", "рахунками", "рахунк"}));

INSTANTIATE_TEST_SUITE_P(Hunspell, Stemming,
                         testing::Values(Case{"pl", "fakturze", "faktur"},
                                         Case{"pl", "faktury", "faktur"},
                                         Case{"pl", "zamówieniami", "zamówi"},
                                         Case{"pl", "psami", "pies"},     // from the dictionary
                                         Case{"pl", "zwrotow", "zwrot"},  // not in it
                                         Case{"pl", "fernwayem", "fernway"},
                                         Case{"pl", "返金", "返金"},  // not in its encoding
                                         Case{"pl", "", ""}));

class FoldedStemming : public testing::TestWithParam<Case> {};
TEST_P(FoldedStemming, TakesEndingsForWhatTheyWere) {
  Stemmers stemmers;
  EXPECT_EQ(stemmers.of(GetParam().lang)->stem_folded(GetParam().word), GetParam().stem);
}
INSTANTIATE_TEST_SUITE_P(Words, FoldedStemming,
                         testing::Values(Case{"es", "devolucion", "devolu"},
                                         Case{"fr", "remboursees", "rembour"},
                                         Case{"tr", "faturalari", "fatur"},
                                         Case{"pl", "hasla", "hasl"}, Case{"cs", "uctech", "uck"},
                                         Case{"en", "refunds", "refund"}));

class Unstemmed : public testing::TestWithParam<const char*> {};
TEST_P(Unstemmed, LanguagesHaveNoStemmer) {
  Stemmers stemmers;
  EXPECT_EQ(stemmers.of(GetParam()), nullptr);
  EXPECT_EQ(Stemmers::fingerprint(GetParam()), "none");
}
INSTANTIATE_TEST_SUITE_P(Languages, Unstemmed,
                         testing::Values("th", "ja", "zh", "zh-Hant-TW", "vi", ""));

TEST(Stemmers, HandOutOneOfEachLanguage) {
  Stemmers stemmers;
  EXPECT_EQ(stemmers.of("en"), stemmers.of("en"));
  EXPECT_NE(stemmers.of("en"), stemmers.of("de"));
}

TEST(Stemmers, ChangeTheFingerprintWithTheAlgorithm) {
  EXPECT_EQ(Stemmers::fingerprint("en"), "snowball-2.2/english");
  EXPECT_EQ(Stemmers::fingerprint("pt-BR"), Stemmers::fingerprint("pt"));
  std::set<std::string> seen;
  for (const char* lang : {"en", "de", "pl", "cs", "th"})
    EXPECT_TRUE(seen.insert(Stemmers::fingerprint(lang)).second) << lang;
}

TEST(Stemmers, AnyBytesHaveAStem) {
  Stemmers stemmers;
  for (const char* lang : {"ar", "bg", "cs", "de", "el", "en", "fa", "he", "hr", "ko", "pl", "ro",
                           "ru", "sk", "tr", "uk", "yi"})
    for (const auto& word : {std::string(), std::string("\xff\xfe"), std::string(10'000, 'a'),
                             std::string("\xc3"), std::string("a\0b", 3), std::string("🙂🙂")})
      EXPECT_LE(stemmers.of(lang)->stem(word).size(), word.size() + 8) << lang;
}

TEST(Stemmers, ServeManyThreads) {
  Stemmers stemmers;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&stemmers] {
      for (int i = 0; i < 200; ++i) {
        EXPECT_EQ(stemmers.of("en")->stem("refunds"), "refund");
        EXPECT_EQ(stemmers.of("ro")->stem("facturilor"), "factur");
        EXPECT_EQ(stemmers.of("pl")->stem("fakturze"), "faktur");
      }
    });
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace kb::text
