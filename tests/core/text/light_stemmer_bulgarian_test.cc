#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class BulgarianStem : public testing::TestWithParam<Case> {};
TEST_P(BulgarianStem, IsWhatFormsShare) {
  EXPECT_EQ(bulgarian_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, BulgarianStem,
                         testing::Values(Case{"фактурата", "фактур"}, Case{"фактурите", "фактур"},
                                         Case{"клиента", "клиент"}, Case{"клиентите", "клиент"},
                                         Case{"градовете", "град"}, Case{"плащанията", "плащ"},
                                         Case{"връщането", "врщ"},
                                         Case{"възможността", "възможност"}, Case{"нов", "нов"}));

TEST(BulgarianStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(bulgarian_stem(word), word);
}

}  // namespace
}  // namespace kb::text
