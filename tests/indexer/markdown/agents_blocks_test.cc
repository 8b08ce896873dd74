#include "indexer/markdown/agents_blocks.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(AgentsBlocks, GoWithEveryLine) {
  struct Case {
    std::string_view source, text;
  };
  for (const Case& c : {Case{"a\n:::agents\nx\n:::\nb", "a\n\n\n\nb"},
                        Case{"a\n:::note\nx\n:::", "a\n:::note\nx\n:::"},
                        Case{"::::agents\nx\n:::\ny\n::::\nb\n", "\n\n\n\n\nb\n"},
                        Case{":::agents\n:::tip\nx\n:::\ny\n:::\nb", "\n\n\n\n\n\nb"},
                        Case{"> 1. :::Agents\nx", "\n"},
                        Case{":::agents\nx\n\n    :::\n\ny\n:::\nb", "\n\n\n\n\n\n\nb"}})
    EXPECT_EQ(strip_agents_blocks(c.source, FencedAgents::keep).text, c.text) << c.source;
}

TEST(AgentsBlocks, StayAsExamplesOnlyInClosedFences) {
  const std::string_view source = "```\n:::agents\nx\n:::\n```\n";
  const auto kept = strip_agents_blocks(source, FencedAgents::keep);
  EXPECT_EQ(kept.text, source);
  EXPECT_EQ(kept.examples, (std::vector<LineRange>{{0, 4}}));
  EXPECT_EQ(strip_agents_blocks(source, FencedAgents::hide).text, "```\n\n\n\n\n");
  EXPECT_EQ(strip_agents_blocks("```\n:::agents\nx", FencedAgents::keep).unclosed_line, 1);
}

// A fence that was forgotten open ended at a fence inside the agents block, which showed the rest.
TEST(AgentsBlocks, AreNoExamplesWithoutTheirEnd) {
  const auto source =
      strip_agents_blocks("```\na\n:::agents\n```\nsecret\n```\n:::\n", FencedAgents::keep);
  EXPECT_EQ(source.text.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace kb
