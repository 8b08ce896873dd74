#include "core/text/slug.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view text, slug;
};
class Slugs : public testing::TestWithParam<Case> {};

TEST_P(Slugs, AreTheWordsOfTheText) {
  EXPECT_EQ(slug(GetParam().text), GetParam().slug);
}

INSTANTIATE_TEST_SUITE_P(Scripts, Slugs,
                         testing::Values(Case{"How long?", "how-long"}, Case{"  A -- b  ", "a-b"},
                                         Case{"Wie lange dauert's?", "wie-lange-dauerts"},
                                         Case{"ÎNAPOI șters", "înapoi-șters"},
                                         Case{"Возврат", "возврат"}, Case{"返金 方法", "返金-方法"},
                                         Case{"हिन्दी", "हिन्दी"}, Case{"a_b", "a_b"},
                                         Case{"???", ""},
                                         Case{"a\xff"
                                              "b",
                                              "ab"}));

TEST(Slug, IsNeverMuchLongerThanItsLimit) {
  EXPECT_LE(slug(std::string(10'000, 'a')).size(), kLongestSlug + 4);
}

TEST(Slug, IsRecognisedAsItStands) {
  for (const char* good : {"a", "How-Long", "v2.1", "длительность"}) EXPECT_TRUE(is_slug(good));
  for (const char* bad : {"", "a b", "<x>", "fn:1", "a\"b", "\xff"}) EXPECT_FALSE(is_slug(bad));
}

}  // namespace
}  // namespace kb::text
