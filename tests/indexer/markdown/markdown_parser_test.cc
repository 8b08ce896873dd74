#include "indexer/markdown/markdown_parser.h"

#include <gtest/gtest.h>

#include "indexer/markdown/markdown_events.h"

namespace kb {
namespace {

TEST(MarkdownParser, GivesTheSameEventsInAChild) {
  auto bytes = parse_markdown("a ~~b~~\n\n" + std::string(30'000, 'x'), std::chrono::seconds{20});
  ASSERT_TRUE(bytes) << bytes.error().what;
  const MarkdownEvents events(std::move(*bytes));
  EXPECT_EQ(events[0].node, MarkdownNode::document);
  EXPECT_EQ(events[3].node, MarkdownNode::strikethrough);
}

TEST(MarkdownParser, RefusesDefinitionsThatGrow) {
  std::string source = "[a]: /" + std::string(12'000, 'x') + "\n\n";
  for (int i = 0; i < 2'900; ++i) source += "[a] ";
  const auto bytes = parse_markdown(source, std::chrono::seconds{20});
  ASSERT_FALSE(bytes);
  EXPECT_FALSE(bytes.error().hint.empty());
}

}  // namespace
}  // namespace kb
