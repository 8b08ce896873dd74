#include "indexer/markdown/markdown_containers.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(MarkdownContainers, AreMarkedAndFoundAgain) {
  std::string source = "- a\n  :::note T\n  b\n  :::\n";
  const Containers containers = mark_containers(source);
  EXPECT_EQ(source,
            "- a\n  <!--\x01"
            "0-->\n  b\n  <!--\x01"
            "1-->\n");
  EXPECT_EQ(containers.find("<!--\x01"
                            "1-->\n"),
            1U);
  EXPECT_EQ(containers.find("<!--1-->"), Containers::npos);
  EXPECT_EQ(containers.find("<!--\x01"
                            "7-->"),
            Containers::npos);
  EXPECT_EQ(containers[0].title, "T");
  EXPECT_EQ(containers[1].opened_by, 0U);
  EXPECT_EQ(containers.restore("x <!--\x01"
                               "0--> y"),
            "x :::note T y");
  EXPECT_TRUE(containers.unclosed().empty());
}

TEST(MarkdownContainers, WithoutAnEndAreTold) {
  std::string source = "::::tip\n:::note\n:::\n";
  EXPECT_EQ(mark_containers(source).unclosed(), std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace kb
