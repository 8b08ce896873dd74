#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class HebrewStem : public testing::TestWithParam<Case> {};
TEST_P(HebrewStem, IsWhatFormsShare) {
  EXPECT_EQ(hebrew_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, HebrewStem,
                         testing::Values(Case{"חשבונית", "חשבונ"}, Case{"בחשבוניות", "חשבונ"},
                                         Case{"והתשלום", "תשלומ"}, Case{"תשלומים", "תשלומ"},
                                         Case{"הבית", "בי"}, Case{"בבית", "בי"},
                                         Case{"ספרים", "ספר"}, Case{"סיסמת", "סיסמ"},
                                         Case{"קוד", "קוד"}));

TEST(HebrewStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(hebrew_stem(word), word);
}

}  // namespace
}  // namespace kb::text
