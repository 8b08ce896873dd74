#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class CzechStem : public testing::TestWithParam<Case> {};
TEST_P(CzechStem, IsWhatFormsShare) {
  EXPECT_EQ(czech_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, CzechStem,
                         testing::Values(Case{"fakturách", "faktur"}, Case{"fakturami", "faktur"},
                                         Case{"účet", "úck"}, Case{"účtech", "úck"},
                                         Case{"uctech", "uck"}, Case{"zásilek", "zásilk"},
                                         Case{"českého", "česk"}, Case{"zrušit", "zruš"},
                                         Case{"zrušila", "zruš"}, Case{"kód", "kód"}));

TEST(CzechStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(czech_stem(word), word);
}

}  // namespace
}  // namespace kb::text
