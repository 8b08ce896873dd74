#include <gtest/gtest.h>

#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

struct Case {
  std::string_view word, stem;
};
class UkrainianStem : public testing::TestWithParam<Case> {};
TEST_P(UkrainianStem, IsWhatFormsShare) {
  EXPECT_EQ(ukrainian_stem(GetParam().word), GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Words, UkrainianStem,
                         testing::Values(Case{"рахунками", "рахунк"}, Case{"рахунок", "рахунк"},
                                         Case{"картці", "картк"}, Case{"карток", "картк"},
                                         Case{"повернень", "поверн"}, Case{"скасувати", "скас"},
                                         Case{"скасування", "скас"}, Case{"нового", "нов"},
                                         Case{"можливостей", "можлив"}));

TEST(UkrainianStemmerStem, LeavesOtherTextAlone) {
  for (const std::string_view word : {"", "🙂", "返金"}) EXPECT_EQ(ukrainian_stem(word), word);
}

}  // namespace
}  // namespace kb::text
