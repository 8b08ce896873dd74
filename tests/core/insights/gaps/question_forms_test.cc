#include "core/insights/gaps/question_forms.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Same {
  std::string_view lang, one, other;
  bool is_same;
};
class QuestionFormOf : public testing::TestWithParam<Same> {};

TEST_P(QuestionFormOf, ItsWords) {
  text::Stemmers stemmers;
  QuestionForms forms(GetParam().lang, stemmers);
  EXPECT_EQ(forms.add(GetParam().one) == forms.add(GetParam().other), GetParam().is_same);
}

INSTANTIATE_TEST_SUITE_P(
    Questions, QuestionFormOf,
    testing::Values(Same{"en", "Where is my parcel?", "my parcels, where is", true},
                    Same{"en", "parcel", "parcel parcel parcel", true},
                    Same{"en", "where is my parcel", "where is my refund", false},
                    Same{"es", "devolución", "devolucion", true},
                    Same{"de", "Rechnung", "Rechnungen", true}, Same{"ja", "返金", "返品", false},
                    Same{"en", "", "??? !!", true},    // of no words
                    Same{"en", "\xff\xfe", "", true},  // bytes that are no text
                    Same{"en", "", "parcel", false}));

TEST(QuestionForms, AreTheSameWhicheverOrderOfWordsCameFirst) {
  text::Stemmers stemmers;
  QuestionForms one("en", stemmers);
  QuestionForms other("en", stemmers);
  const auto form = one.add("parcel lost");
  one.add("lost parcel");
  const auto same = other.add("lost parcel");
  other.add("parcel lost");
  EXPECT_EQ(one.hash(form), other.hash(same));
  for (std::size_t i = 0; i < 2; ++i)
    EXPECT_EQ(one.name(one.words(form)[i]), other.name(other.words(same)[i]));
}

TEST(QuestionForms, KnowHowMostPeopleWriteAWord) {
  text::Stemmers stemmers;
  QuestionForms forms("en", stemmers);
  forms.add("refund", 2);
  const auto form = forms.add("refunds", 5);
  EXPECT_EQ(forms.spelling(forms.words(form)[0]), "refunds");
  EXPECT_EQ(forms.size(), 1U);
}

TEST(QuestionForms, ReadTheBeginningOfALongText) {
  text::Stemmers stemmers;
  QuestionForms forms("en", stemmers);
  std::string text;
  for (int i = 0; i < 500; ++i) text += "word" + std::to_string(i) + " ";
  EXPECT_EQ(forms.words(forms.add(text)).size(), kWordsOfForm);
}

}  // namespace
}  // namespace kb::insights
