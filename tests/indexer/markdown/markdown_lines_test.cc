#include "indexer/markdown/markdown_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace kb {
namespace {

// b blank, t text, c comment, i indented code, ( fence opens, . body, ) closes; in upper case or
// doubled where the fence is closed.
std::string kinds(std::string_view source) {
  std::string all;
  for (const MarkdownLine& line : scan_lines(source)) {
    all += "btci(.)"[static_cast<int>(line.kind)];
    if (line.closed) all += '!';
  }
  return all;
}

TEST(MarkdownLines, KnowWhatIsCode) {
  struct Case {
    std::string_view source, kinds;
  };
  for (const Case& c :
       {Case{"a\n\n    b", "tbi"}, Case{"a\n    b", "tt"}, Case{"```\na\n```\nb", "(!.!)!t"},
        Case{"```\na", "(."}, Case{"- a\n\n      b", "tbi"}, Case{"- a\n\n    b", "tbt"},
        Case{"> ```\na", "(t"}, Case{"> ```\n> a\n> ```", "(!.!)!"}, Case{"``` `\na", "tt"},
        Case{"~~~~\n~~~\n~~~~", "(!.!)!"}, Case{"<!--\n```\n-->\n```", "ccc("},
        Case{"# a\n    b", "ti"}, Case{"1. ```\n   x\n   ```", "(!.!)!"}, Case{"\t:::", "i"}})
    EXPECT_EQ(kinds(c.source), c.kinds) << c.source;
}

TEST(MarkdownLines, KnowTheirDepthAndContent) {
  const std::string_view source = "> 1. - :::note";
  const auto lines = scan_lines(source);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].depth, 3);
  EXPECT_EQ(lines[0].content_of(source), ":::note");
}

}  // namespace
}  // namespace kb
