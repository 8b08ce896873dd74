#include "indexer/markdown/container_line.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(ContainerLine, HasANameAndATitle) {
  struct Case {
    std::string_view line, name, title;
  };
  for (const Case& c :
       {Case{":::note", "note", ""}, Case{":::note Mind this", "note", "Mind this"},
        Case{"::: tip [x]", "tip", "x"}, Case{":::note[Mind **this**]{.x}", "note", "Mind this"},
        Case{":::Info{title=\"T\"}", "info", "T"}, Case{"::::: {.agents}", "agents", "}"},
        Case{":::danger Stop :::", "danger", "Stop"}}) {
    const auto line = parse_container_line(c.line);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->name, c.name);
    EXPECT_EQ(line->title(), c.title) << c.line;
  }
}

TEST(ContainerLine, ClosesWithoutAName) {
  EXPECT_TRUE(parse_container_line("::::  ")->closes);
  EXPECT_EQ(parse_container_line("::::")->colons, 4U);
  EXPECT_FALSE(parse_container_line("::note"));
}

}  // namespace
}  // namespace kb
