#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class SlovakStem : public testing::TestWithParam<Case> {};
TEST_P(SlovakStem, IsWhatFormsShare) {
  EXPECT_EQ(slovak_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, SlovakStem,
                         testing::Values(Case{"faktúrach", "faktúr"}, Case{"fakturach", "faktur"},
                                         Case{"zásielok", "zásielk"}, Case{"hesiel", "hesl"},
                                         Case{"platieb", "platb"}, Case{"zákazníci", "zákazník"},
                                         Case{"slovenského", "slovensk"}, Case{"zrušiť", "zruš"}));

TEST(SlovakStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(slovak_stem(word), word);
}

}  // namespace
}  // namespace kb::text
