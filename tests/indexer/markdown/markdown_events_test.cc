#include "indexer/markdown/markdown_events.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(MarkdownEvents, ComeBackFromBytes) {
  MarkdownEventWriter writer;
  MarkdownEvent link;
  link.node = MarkdownNode::link;
  link.number = -1;
  link.text = "a.md";
  link.title = "T";
  writer.add(link);
  link.enter = false;
  writer.add(link);
  const MarkdownEvents events(writer.take());
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].text, "a.md");
  EXPECT_EQ(events[0].title, "T");
  EXPECT_EQ(events[0].number, -1);
  EXPECT_FALSE(events[1].enter);
}

TEST(MarkdownEvents, AreNoneInBrokenBytes) {
  EXPECT_EQ(MarkdownEvents("short").size(), 0U);
}

}  // namespace
}  // namespace kb
