#include "indexer/markdown/outline_writer.h"

#include <gtest/gtest.h>

#include "indexer/markdown/markdown.h"

namespace kb {
namespace {

Outline outline_of(std::string_view source, int first_line = 1) {
  MarkdownOptions options;
  options.outline = true;
  options.first_line = first_line;
  options.resolve = [](std::string_view href, LinkKind kind) {
    if (href.starts_with("gone")) return std::string();
    return (kind == LinkKind::image ? "kb-file:0/" : "kb-article:en/") + std::string(href);
  };
  const auto page = render_markdown(source, options);
  EXPECT_TRUE(page) << to_line(page.error());
  return page ? page->outline : Outline();
}

// Each part of the outline on a line of its own.
std::string told(const Outline& outline) {
  std::string all;
  for (const auto& h : outline.headings)
    all += std::to_string(h.line) + " h" + std::to_string(h.level) + " " + h.text + " #" +
           h.anchor + (h.empty ? " empty" : "") + (h.section ? "" : " footnote") + "\n";
  for (const auto& image : outline.images)
    all += std::to_string(image.line) + " image " + image.href + " '" + image.alt + "' " +
           image.leads_to + "\n";
  for (const auto& link : outline.links)
    all += std::to_string(link.line) + " link " + link.href + " " + link.leads_to + "\n";
  for (const auto& value : outline.applies_to)
    all += std::to_string(value.line) + " for " + value.value + "\n";
  return all;
}

struct Case {
  std::string_view source, outline;
};
class OutlineOf : public testing::TestWithParam<Case> {};
TEST_P(OutlineOf, HasTheLinesOfTheFile) {
  EXPECT_EQ(told(outline_of(GetParam().source)), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Headings, OutlineOf,
    testing::Values(Case{"# T\n\nLead.\n\n## A\n\nb\n", "1 h1 T #\n5 h2 A #a\n"},
                    Case{"Lead.\n\n# A\n\nb\n", "3 h2 A #a\n"},
                    Case{"## A {#x applies_to=ios,web}\nb\n", "1 h2 A #x\n1 for ios\n1 for web\n"},
                    Case{"# T\n", "1 h1 T # empty\n"},
                    Case{"## A\n\n## B\n\nc\n\n## D\n",
                         "1 h2 A #a empty\n3 h2 B #b\n7 h2 D #d empty\n"},
                    Case{"## A\n### B\ntext\n## C\n### D\n",
                         "1 h2 A #a\n2 h3 B #b\n4 h2 C #c empty\n5 h3 D #d empty\n"},
                    Case{"## A\n#### B\n### C\nx\n", "1 h2 A #a\n2 h4 B #b empty\n3 h3 C #c\n"},
                    Case{"a[^1]\n\n[^1]: ## Note\n", "3 h2 Note #note footnote\n"}));

INSTANTIATE_TEST_SUITE_P(SectionsWithout, OutlineOf,
                         testing::Values(Case{"## A\n\n```\ncode\n```\n", "1 h2 A #a\n"},
                                         Case{"## A\n\n| a |\n|---|\n", "1 h2 A #a\n"},
                                         Case{"## A\n\n![b](c.png)\n",
                                              "1 h2 A #a\n3 image c.png 'b' kb-file:0/c.png\n"},
                                         Case{"## A\n\n:::note\n:::\n", "1 h2 A #a empty\n"},
                                         Case{"## A\n\n---\n", "1 h2 A #a empty\n"},
                                         Case{"## A\n\n<!-- later -->\n", "1 h2 A #a empty\n"}));

INSTANTIATE_TEST_SUITE_P(
    Links, OutlineOf,
    testing::Values(
        Case{"a\n[b](c.md)\n[d](gone.md)\n", "2 link c.md kb-article:en/c.md\n3 link gone.md \n"},
        Case{"- a\n- b\n  [c](#d)\n", "3 link #d #d\n"},
        Case{"> a\n> [b](https://c.de)\n", "2 link https://c.de https://c.de\n"},
        Case{"[a](javascript:b)\n", "1 link javascript:b \n"},
        Case{"| a |\n|---|\n| b |\n| [c](d.md) |\n", "4 link d.md kb-article:en/d.md\n"},
        Case{"[a][b]\n\n[b]: c.md\n", "1 link c.md kb-article:en/c.md\n"},
        Case{"[b]: c.md\n\nx\n[a][b]\n", "4 link c.md kb-article:en/c.md\n"},
        Case{"a\n![](gone.png)\n", "2 image gone.png '' \n"},
        Case{"[![a](b.png)](c.md)\n",
             "1 image b.png 'a' kb-file:0/b.png\n1 link c.md kb-article:en/c.md\n"},
        Case{"a[^1]\n\n[^1]: b\n    [c](d.md)\n", "4 link d.md kb-article:en/d.md\n"},
        Case{"<div>\n\n:::note\na\n[b](c.md)\n:::\n\n</div>\n",
             "5 link c.md kb-article:en/c.md\n"}));

TEST(Outline, CountsLinesFromTheFrontMatter) {
  EXPECT_EQ(told(outline_of("## A\n[b](c)\n", 7)), "7 h2 A #a\n8 link c kb-article:en/c\n");
}

TEST(Outline, HasTheWordsWithoutCode) {
  EXPECT_EQ(outline_of("# T\n\nOne *two*\nthree `four`.\n\n```\nfive\n```\n- six\n").prose,
            "\nOne two\nthree .\nsix\n");
}

TEST(Outline, KnowsATextOfNothing) {
  for (const auto* nothing : {"", "# T\n", "## A\n\n## B\n", "<!-- later -->\n"})
    EXPECT_TRUE(outline_of(nothing).empty) << nothing;
  for (const auto* something : {"a", "# T\n\na", "![a](b.png)", "```\na\n```"})
    EXPECT_FALSE(outline_of(something).empty) << something;
}

TEST(Outline, IsCollectedOnlyWhenAskedFor) {
  const auto page = render_markdown("## A\n\n[b](https://c.de)\n", MarkdownOptions());
  ASSERT_TRUE(page);
  EXPECT_EQ(told(page->outline), "");
  EXPECT_EQ(page->outline.prose, "");
}

}  // namespace
}  // namespace kb
