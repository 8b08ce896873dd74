#include "indexer/markdown/markup_tag.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(MarkupTag, EndsWhereItsAttributesEnd) {
  struct Case {
    std::string_view text;
    std::size_t size;
  };
  for (const Case& c :
       {Case{"<b>x", 3}, Case{"</Tab>", 6}, Case{"<a b=\">\">", 9}, Case{"<A b={() => \"}\"}>", 17},
        Case{"<>", 2}, Case{"<a@b.c>", 0}, Case{"<https://x>", 0}, Case{"< b>", 0}, Case{"<b", 0},
        Case{"<a {", 0}, Case{"<a\n\n>", 0}, Case{"<", 0}})
    EXPECT_EQ(read_tag(c.text).size, c.size) << c.text;
}

TEST(MarkupTag, HasAttributes) {
  const MarkupTag tag = read_tag("<Img data-src=\"n\" src='a.png' />");
  EXPECT_EQ(tag.name, "img");
  EXPECT_TRUE(tag.self_closing);
  EXPECT_EQ(tag.attribute("src"), "a.png");
  EXPECT_EQ(tag.attribute("alt"), "");
}

}  // namespace
}  // namespace kb
