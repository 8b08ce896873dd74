#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class PersianStem : public testing::TestWithParam<Case> {};
TEST_P(PersianStem, IsWhatFormsShare) {
  EXPECT_EQ(persian_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, PersianStem,
                         testing::Values(Case{"کتابها", "کتاب"}, Case{"کتابهای", "کتاب"},
                                         Case{"کتابهایم", "کتاب"}, Case{"حسابم", "حساب"},
                                         Case{"بزرگترین", "بزرگ"}, Case{"سفارشات", "سفار"},
                                         Case{"پول", "پول"}));

TEST(PersianStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(persian_stem(word), word);
}

}  // namespace
}  // namespace kb::text
