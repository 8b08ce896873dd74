#include "indexer/markdown/markdown_bounds.h"

#include <gtest/gtest.h>

#include <string>

namespace kb {
namespace {

TEST(MarkdownBounds, RefuseWhatNobodyReads) {
  EXPECT_TRUE(check_markdown_bounds("- a\n  - b\n", 1));
  std::string deep, wide;
  for (int i = 0; i < 61; ++i) deep += "- ";
  for (int i = 0; i < 250; ++i) wide += "|-";
  EXPECT_EQ(check_markdown_bounds("a\n" + deep + "x", 3).error().where, ":4");
  EXPECT_EQ(check_markdown_bounds("a\n" + wide, 1).error().where, ":2");
  EXPECT_FALSE(check_markdown_bounds(std::string(kLargestMarkdown + 1, 'a'), 1));
}

}  // namespace
}  // namespace kb
