#include "indexer/markdown/heading_id.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(HeadingId, IsMadeOfTheTitlesWords) {
  struct Case {
    std::string_view title, id;
  };
  for (const Case& c :
       {Case{"How long?", "how-long"}, Case{"  A -- b  ", "a-b"},
        Case{"Wie lange dauert's?", "wie-lange-dauerts"}, Case{"ÎNAPOI șters", "înapoi-șters"},
        Case{"Возврат", "возврат"}, Case{"返金 方法", "返金-方法"}, Case{"हिन्दी", "हिन्दी"},
        Case{"???", "section"}, Case{"E-1042", "e-1042"}, Case{"a_b", "a_b"}})
    EXPECT_EQ(HeadingIds().generate(c.title), c.id);
}

TEST(HeadingId, IsUniqueAndLeavesExplicitOnesTheirName) {
  HeadingIds ids;
  EXPECT_EQ(ids.claim("a-1"), "a-1");
  EXPECT_EQ(ids.generate("A"), "a");
  EXPECT_EQ(ids.generate("A"), "a-2");
  EXPECT_EQ(ids.generate("A"), "a-3");
  EXPECT_EQ(ids.claim("a-1"), "a-1-1");
}

TEST(HeadingId, MayBeExplicitIfItIsSane) {
  for (const char* good : {"a", "How-Long", "v2.1", "длительность"})
    EXPECT_TRUE(is_heading_id(good));
  for (const char* bad : {"", "a b", "<x>", "fn:1", "a\"b"}) EXPECT_FALSE(is_heading_id(bad));
}

}  // namespace
}  // namespace kb
