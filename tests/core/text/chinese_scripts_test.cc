#include "core/text/chinese_scripts.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

TEST(Simplified, IsTheOtherScriptsCharacter) {
  EXPECT_EQ(simplified(u'長'), u'长');
  EXPECT_EQ(simplified(u'時'), u'时');
  EXPECT_EQ(simplified(u'長'), simplified(u'长'));
  EXPECT_EQ(simplified(u'發'), simplified(u'髮'));
}

TEST(Simplified, LeavesTheRestAlone) {
  for (const char16_t c : {u'a', u'の', u'한', u'人', u'\u33FF', u'\uA000', u'\uFFFF'})
    EXPECT_EQ(simplified(c), c);
}

}  // namespace
}  // namespace kb::text
