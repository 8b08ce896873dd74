#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class CroatianStem : public testing::TestWithParam<Case> {};
TEST_P(CroatianStem, IsWhatFormsShare) {
  EXPECT_EQ(croatian_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, CroatianStem,
                         testing::Values(Case{"računima", "račun"}, Case{"racunima", "racun"},
                                         Case{"narudžbama", "narudžb"}, Case{"kupci", "kupk"},
                                         Case{"kupac", "kupk"}, Case{"cijene", "cen"},
                                         Case{"cene", "cen"}, Case{"gradovima", "grad"},
                                         Case{"plaćanje", "plak"}, Case{"novog", "nov"}));

TEST(CroatianStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(croatian_stem(word), word);
}

}  // namespace
}  // namespace kb::text
