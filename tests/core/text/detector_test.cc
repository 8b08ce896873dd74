#include "core/text/detector.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view text, lang;
};
class Detection : public testing::TestWithParam<Case> {};

TEST_P(Detection, TellsTheLanguageOfASentence) {
  EXPECT_EQ(detect_language(GetParam().text).value_or("not sure"), GetParam().lang);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Detection,
    testing::Values(Case{"Wie bekomme ich mein Geld zurück?", "de"},
                    Case{"How do I get my money back after I returned the order?", "en"},
                    Case{"Cum îmi primesc banii înapoi după ce am returnat comanda?", "ro"},
                    Case{"Jak mogę otrzymać zwrot pieniędzy za zamówienie?", "pl"},
                    Case{"Как мне вернуть деньги за заказ?", "ru"},
                    Case{"كيف يمكنني استرداد أموالي بعد إرجاع الطلب؟", "ar"},
                    Case{"注文の返金を受けるにはどうすればよいですか？", "ja"},
                    Case{"ฉันจะขอเงินคืนได้อย่างไร", "th"},
                    Case{"איך אני מקבל את הכסף שלי בחזרה?", "he"}));

INSTANTIATE_TEST_SUITE_P(TooLittle, Detection,
                         testing::Values(Case{"", "not sure"}, Case{"E-1042", "not sure"},
                                         Case{"?!", "not sure"}, Case{"\xff\xfe\xfd", "not sure"}));

TEST(Detection, LooksAtTheBeginningOfALongText) {
  std::string text;
  while (text.size() < 2'000'000) text += "Wie bekomme ich mein Geld zurück? ";
  EXPECT_EQ(detect_language(text), "de");
}

}  // namespace
}  // namespace kb::text
