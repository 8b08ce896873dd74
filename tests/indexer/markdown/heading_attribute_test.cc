#include "indexer/markdown/heading_attribute.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(HeadingAttribute, IsTakenFromTheSource) {
  struct Case {
    std::string source, kept, id;
  };
  for (const Case& c :
       {Case{"## A {#b}", "## A", "b"}, Case{"## A {#b .c d=e} ##", "## A", "b"},
        Case{"## A {.c #b}", "## A", "b"}, Case{"## A {#<b>}", "## A", ""},
        Case{"A {#b}\n---", "A\n---", "b"}, Case{"A {#b}", "A {#b}", ""},
        Case{"```\n## A {#b}\n```", "```\n## A {#b}\n```", ""}, Case{"## A {b}", "## A {b}", ""}}) {
    std::string source = c.source;
    const auto ids = take_heading_attributes(source);
    EXPECT_EQ(source, c.kept);
    EXPECT_EQ(ids.contains(0) ? ids.at(0) : "", c.id);
  }
}

}  // namespace
}  // namespace kb
