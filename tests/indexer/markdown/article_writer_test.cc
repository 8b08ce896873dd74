#include "indexer/markdown/article_writer.h"

#include <gtest/gtest.h>

#include "indexer/markdown/markdown_parser.h"

namespace kb {
namespace {

TEST(ArticleWriter, MakesAPage) {
  const MarkdownEvents events(
      *parse_markdown("# T\n\nLead.\n\n# A\n\nb", std::chrono::seconds{20}));
  const auto page = write_article(events, Containers(), {{4, {"x", {}}}}, MarkdownOptions());
  EXPECT_EQ(page.html, "<p>Lead.</p>\n<h2 id=\"x\">A</h2>\n<p>b</p>\n");
  EXPECT_EQ(page.heading, "T");
  ASSERT_EQ(page.sections.size(), 2U);
  EXPECT_EQ(page.sections[1].text, "b");
}

TEST(ArticleWriter, SaysWhatASectionAppliesTo) {
  const MarkdownEvents events(*parse_markdown("# A\n\n## B\n\nc", std::chrono::seconds{20}));
  const auto page =
      write_article(events, Containers(),
                    {{0, {"title", {"web"}}}, {2, {"", {"ios", "plan:\"a\""}}}}, MarkdownOptions());
  EXPECT_EQ(page.html,
            "<h2 id=\"b\" data-applies-to=\"ios plan:&quot;a&quot;\">B</h2>\n<p>c</p>\n");
}

}  // namespace
}  // namespace kb
