#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class PolishStem : public testing::TestWithParam<Case> {};
TEST_P(PolishStem, IsWhatFormsShare) {
  EXPECT_EQ(polish_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, PolishStem,
                         testing::Values(Case{"zwrotow", "zwrot"}, Case{"zwrocie", "zwrot"},
                                         Case{"hasla", "hasl"}, Case{"hasłami", "hasł"},
                                         Case{"platnosci", "platnos"}, Case{"fakturach", "faktur"},
                                         Case{"paczek", "paczk"}, Case{"anulowanie", "anul"},
                                         Case{"anulowac", "anul"}, Case{"kod", "kod"}));

TEST(PolishStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(polish_stem(word), word);
}

}  // namespace
}  // namespace kb::text
