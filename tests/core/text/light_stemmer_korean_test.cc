#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class KoreanStem : public testing::TestWithParam<Case> {};
TEST_P(KoreanStem, IsWhatFormsShare) {
  EXPECT_EQ(korean_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, KoreanStem,
                         testing::Values(Case{"환불", "환불"}, Case{"환불을", "환불"},
                                         Case{"환불하려면", "환불"}, Case{"결제되었습니다", "결제"},
                                         Case{"고객들은", "고객"}, Case{"학교에서", "학교"},
                                         Case{"휴가", "휴가"}, Case{"비밀번호로", "비밀번호"}));

TEST(KoreanStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(korean_stem(word), word);
}

}  // namespace
}  // namespace kb::text
