#include "indexer/markdown/inline_writer.h"

#include <gtest/gtest.h>

#include "indexer/markdown/markdown_parser.h"

namespace kb {
namespace {

TEST(InlineWriter, WritesTextTwice) {
  const MarkdownEvents events(
      *parse_markdown("a *b* [c](d) ![e](f) ![g](f)", std::chrono::seconds{20}));
  const Containers none;
  const InlineWriter::Resolve resolve = [](std::string_view href, LinkKind) {
    return "kb-file:0/" + std::string(href);
  };
  std::string html;
  PlainText text;
  InlineWriter writer(events, none, resolve, html);
  for (std::size_t i = 0; i < events.size(); ++i)
    if (events[i].node >= MarkdownNode::text) i = writer.write(i, text);
  EXPECT_EQ(html,
            "a <em>b</em> <a href=\"kb-file:0/d\">c</a> <img src=\"kb-file:0/f\" alt=\"e\" "
            "loading=\"lazy\"> "
            "<img src=\"kb-file:0/f\" alt=\"g\" loading=\"lazy\">");
  EXPECT_EQ(text.take(), "a b c e g");
  EXPECT_EQ(writer.take_files(), (std::vector<std::string>{"kb-file:0/d", "kb-file:0/f"}));
}

TEST(InlineWriter, FindsTheEndOfAnImage) {
  const MarkdownEvents events(*parse_markdown("![a ![b](c) d](e) f", std::chrono::seconds{20}));
  const auto end = InlineWriter::image_end(events, 2);  // after the document and the paragraph
  EXPECT_EQ(events[end].text, "e");
  EXPECT_EQ(events[end + 1].text, " f");
}

}  // namespace
}  // namespace kb
