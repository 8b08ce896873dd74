#include "indexer/markdown/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string resolve(std::string_view href, LinkKind kind) {
  if (href.starts_with("missing")) return {};
  return (kind == LinkKind::image ? "kb-file:0/" : "kb-article:en/") + std::string(href);
}

MarkdownOptions options(Audience audience = Audience::everyone, bool mdx = false) {
  MarkdownOptions options;
  options.audience = audience;
  options.mdx = mdx;
  options.resolve = resolve;
  return options;
}

RenderedMarkdown render(std::string_view source, const MarkdownOptions& with = options()) {
  auto page = render_markdown(source, with);
  EXPECT_TRUE(page) << to_line(page.error());
  return page ? *page : RenderedMarkdown{};
}

std::string all_words(const RenderedMarkdown& page) {
  std::string words = page.html + page.heading + page.lead;
  for (const Section& section : page.sections)
    words += section.anchor + section.title + section.text;
  return words;
}

struct HtmlCase {
  std::string_view source, html;
};
class MarkdownHtml : public testing::TestWithParam<HtmlCase> {};
TEST_P(MarkdownHtml, IsWhatReadersGet) {
  EXPECT_EQ(render(GetParam().source).html, GetParam().html);
}

INSTANTIATE_TEST_SUITE_P(
    Text, MarkdownHtml,
    testing::Values(
        HtmlCase{"", ""},
        HtmlCase{"Hello *you* **there** ~~gone~~ `x<y`",
                 "<p>Hello <em>you</em> <strong>there</strong> <del>gone</del> "
                 "<code>x&lt;y</code></p>\n"},
        HtmlCase{"a<br>b\\\nc", "<p>a<br>\nb<br>\nc</p>\n"},
        HtmlCase{"Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.", "<p>Press Ctrl+C.</p>\n"},
        HtmlCase{"a <!-- note --> b", "<p>a  b</p>\n"},
        HtmlCase{"<script>alert(1)</script>x", "<p>x</p>\n"},
        HtmlCase{"- [x] done\n- [ ] open",
                 "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> "
                 "done</label>\n</li>\n"
                 "<li class=\"task\"><label><input type=\"checkbox\" disabled> "
                 "open</label>\n</li>\n</ul>\n"},
        // A box without a name is one that a screen reader cannot tell.
        HtmlCase{"- [ ] one\n\n  two\n- plain",
                 "<ul>\n<li class=\"task\"><p><label><input type=\"checkbox\" disabled> "
                 "one</label></p>\n"
                 "<p>two</p>\n</li>\n<li><p>plain</p>\n</li>\n</ul>\n"},
        HtmlCase{"3. c", "<ol start=\"3\">\n<li>c\n</li>\n</ol>\n"},
        HtmlCase{"| a | b |\n|:-:|---|\n| 1 | 2 |",
                 "<div class=\"table\"><table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n"
                 "<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"center\">1</td>\n"
                 "<td>2</td>\n</tr>\n</tbody>\n</table></div>\n"},
        HtmlCase{"```js x\n<b>{{ a }}\n```",
                 "<pre><code class=\"language-js\">&lt;b&gt;{{ a }}\n</code></pre>\n"}));

INSTANTIATE_TEST_SUITE_P(
    HeadingAttributes, MarkdownHtml,
    testing::Values(
        HtmlCase{"## On Android {#on-android .wide applies_to=android}",
                 "<h2 id=\"on-android\" data-applies-to=\"android\">On Android</h2>\n"},
        HtmlCase{
            "## A {applies_to=\"android, plan:home\"}\n### B",
            "<h2 id=\"a\" data-applies-to=\"android plan:home\">A</h2>\n<h3 id=\"b\">B</h3>\n"},
        HtmlCase{"## A {applies_to=<b>}", "<h2 id=\"a\">A</h2>\n"},
        HtmlCase{"## A {b}", "<h2 id=\"a-b\">A {b}</h2>\n"}));

INSTANTIATE_TEST_SUITE_P(
    Images, MarkdownHtml,
    testing::Values(
        HtmlCase{"![a](b.png)",
                 "<p class=\"image\"><a class=\"image-link\" href=\"kb-file:0/b.png\"><img "
                 "src=\"kb-file:0/b.png\" alt=\"a\" loading=\"lazy\"></a></p>\n"},
        HtmlCase{"![a](b.png \"t\")",
                 "<p class=\"image\"><a class=\"image-link\" href=\"kb-file:0/b.png\"><img "
                 "src=\"kb-file:0/b.png\" alt=\"a\" title=\"t\" loading=\"lazy\"></a></p>\n"},
        HtmlCase{"![](b.png)", "<p><img src=\"kb-file:0/b.png\" alt=\"\" loading=\"lazy\"></p>\n"},
        HtmlCase{"![a](missing.png)", "<p>a</p>\n"},
        HtmlCase{"![a](https://b.de/c.png)",
                 "<p><img src=\"https://b.de/c.png\" alt=\"a\" loading=\"lazy\"></p>\n"},
        HtmlCase{"![a *b*](c.svg) d",
                 "<p><img src=\"kb-file:0/c.svg\" alt=\"a b\" loading=\"lazy\"> d</p>\n"},
        HtmlCase{"![a](b.png) c",
                 "<p><img src=\"kb-file:0/b.png\" alt=\"a\" loading=\"lazy\"> c</p>\n"},
        HtmlCase{"![a](b.png)\n![c](d.png)",
                 "<p><img src=\"kb-file:0/b.png\" alt=\"a\" loading=\"lazy\">\n<img "
                 "src=\"kb-file:0/d.png\" alt=\"c\" loading=\"lazy\"></p>\n"},
        HtmlCase{"[![a](b.png)](c.md)",
                 "<p><a href=\"kb-article:en/c.md\"><img src=\"kb-file:0/b.png\" alt=\"a\" "
                 "loading=\"lazy\"></a></p>\n"},
        HtmlCase{"1. a\n\n   ![b](c.png)",
                 "<ol>\n<li><p>a</p>\n<p class=\"image\"><a class=\"image-link\" "
                 "href=\"kb-file:0/c.png\"><img src=\"kb-file:0/c.png\" alt=\"b\" "
                 "loading=\"lazy\"></a></p>\n</li>\n</ol>\n"},
        HtmlCase{"- ![a](b.png)",
                 "<ul>\n<li><img src=\"kb-file:0/b.png\" alt=\"a\" loading=\"lazy\">\n</li>\n"
                 "</ul>\n"}));

INSTANTIATE_TEST_SUITE_P(
    Links, MarkdownHtml,
    testing::Values(HtmlCase{"[a](b.md#c)", "<p><a href=\"kb-article:en/b.md#c\">a</a></p>\n"},
                    HtmlCase{"[a](/b)", "<p><a href=\"kb-article:en//b\">a</a></p>\n"},
                    HtmlCase{"[a](#b)", "<p><a href=\"#b\">a</a></p>\n"},
                    HtmlCase{"[a](missing.md)", "<p>a</p>\n"},
                    HtmlCase{"[a](mailto:x@y.z)", "<p><a href=\"mailto:x@y.z\">a</a></p>\n"},
                    HtmlCase{"[a](https://x.y \"t\")",
                             "<p><a href=\"https://x.y\" title=\"t\" rel=\"noopener\">a</a></p>\n"},
                    HtmlCase{"[a](JavaScript:alert(1))", "<p>a</p>\n"},
                    HtmlCase{"[a](<java&#10;script:alert(1)>)", "<p>a</p>\n"},
                    // A page could have named an article that its source does not have.
                    HtmlCase{"[a](kb-article:en/x)", "<p>a</p>\n"},
                    HtmlCase{"[a](data:text/html,x)", "<p>a</p>\n"}));

INSTANTIATE_TEST_SUITE_P(
    Containers, MarkdownHtml,
    testing::Values(
        HtmlCase{":::note Mind *this*\nText\n:::\nAfter",
                 "<aside class=\"admonition note\" role=\"note\" data-kind=\"note\">\n"
                 "<p class=\"admonition-title\">Mind this</p>\n<p>Text</p>\n</aside>\n"
                 "<p>After</p>\n"},
        HtmlCase{"> [!Tip]\n> Text",
                 "<aside class=\"admonition tip\" role=\"note\" data-kind=\"tip\">\n"
                 "<p>Text</p>\n</aside>\n"},
        HtmlCase{"> [!NOPE]\n> Text", "<blockquote>\n<p>[!NOPE]\nText</p>\n</blockquote>\n"},
        HtmlCase{":::foo bar\nText\n:::", "<div>\n<p>Text</p>\n</div>\n"},
        HtmlCase{"```\n:::note\n```", "<pre><code>:::note\n</code></pre>\n"},
        HtmlCase{"a\n\n    :::note", "<p>a</p>\n<pre><code>:::note\n</code></pre>\n"},
        HtmlCase{":::video https://v.example/1\nHi\n:::",
                 "<figure class=\"video\" data-video=\"https://v.example/1\">\n"
                 "<a class=\"video-poster\" href=\"https://v.example/1\" rel=\"noopener\">"
                 "<span class=\"video-label\"></span></a>\n<details class=\"transcript\"><summary>"
                 "<span class=\"transcript-label\"></span></summary>\n<p>Hi</p>\n"
                 "</details></figure>\n"},
        HtmlCase{":::video javascript:x\nHi\n:::", "<div>\n<p>Hi</p>\n</div>\n"},
        // A mark that ends deeper than it began closed nothing and swallowed the rest of the page.
        HtmlCase{":::tip\n- a\n\n  :::\n\nb",
                 "<aside class=\"admonition tip\" role=\"note\" data-kind=\"tip\">\n<ul>\n"
                 "<li><p>a</p>\n</li>\n</ul>\n</aside>\n<p>b</p>\n"}));

TEST(Markdown, HasSectionsWithTheirText) {
  const auto page = render(
      "# Refund *policy*\n\nLead[^1].\n\n## How long? {#how-long}\n\n| A | B |\n|---|---|\n| 1 | 2 "
      "|\n\n![A hub](x.svg)\n\n## How long?\n\n# Später\n\n[^1]: The note.\n");
  EXPECT_EQ(page.heading, "Refund policy");
  ASSERT_EQ(page.sections.size(), 4U);
  EXPECT_EQ(page.sections[0].text, "Lead.\nThe note.");
  EXPECT_EQ(page.sections[1].anchor, "how-long");
  EXPECT_EQ(page.sections[1].text, "A | B\n1 | 2\nA hub");
  EXPECT_EQ(page.sections[2].anchor, "how-long-1");
  EXPECT_EQ(page.sections[3].anchor, "später");
  EXPECT_EQ(page.sections[3].level, 2);
  EXPECT_EQ(page.files, std::vector<std::string>{"kb-file:0/x.svg"});
  EXPECT_EQ(page.lead, "Lead.");
  EXPECT_THAT(page.html, HasSubstr("<h2 id=\"how-long\">How long?</h2>"));
  EXPECT_THAT(page.html, Not(HasSubstr("policy")));
}

class AgentsText : public testing::TestWithParam<std::string_view> {};
TEST_P(AgentsText, NeverReachesThePublic) {
  const auto page = render(GetParam());
  EXPECT_THAT(all_words(page), Not(HasSubstr("secret")));
  EXPECT_TRUE(page.has_agents_blocks);
  const auto full = render(GetParam(), options(Audience::agents));
  EXPECT_TRUE(full.has_agents_blocks);
}
INSTANTIATE_TEST_SUITE_P(
    Leaks, AgentsText,
    testing::Values(":::agents\nsecret\n:::\n", "::::AGENTS x\nsecret\n:::\nsecret\n::::\n",
                    "- a\n  :::agents  \n  secret\n  :::\n", "> :::agents\n> secret\n> :::\n",
                    "a\r\n\t:::agents\r\nsecret\r\n:::\r\n", ":::agents\nsecret",
                    "::: {.agents}\nsecret\n:::", "\xC2\xA0:::agents\nsecret\n:::",
                    ":::agents\n```\n:::\n```\nsecret\n:::\n", "```\n:::agents\nsecret\n:::\n",
                    ":::agents\n:::note\nsecret\n:::\nsecret\n:::\n",
                    ":::agents\n[r]: secret\n[^1]: secret\n:::\n[r] x[^1]",
                    // A fence in a comment is no fence.
                    "<!--\n```\n-->\n:::agents\nsecret\n:::\n```\n",
                    // A quote's fence ends with the quote.
                    "> ```\n> :::agents\nsecret\n> :::\n> ```\n", "<b>:::agents</b>\nsecret\n:::\n",
                    ":::agents\n## secret\n:::\n"));

TEST(Markdown, ShowsAgentsBlocksToAgentsAndInExamples) {
  EXPECT_THAT(render(":::agents\nOffer it.\n:::\n", options(Audience::agents)).html,
              HasSubstr("<aside class=\"agents-only\">\n<p>Offer it.</p>\n</aside>"));
  const auto example = render("```\n:::agents\nx\n:::\n```\n");
  EXPECT_EQ(example.html, "<pre><code>:::agents\nx\n:::\n</code></pre>\n");
  EXPECT_FALSE(example.has_agents_blocks);
}

struct FailureCase {
  std::string_view name;
  std::string source, line;
};
class MarkdownFailure : public testing::TestWithParam<FailureCase> {};
TEST_P(MarkdownFailure, SaysWhere) {
  MarkdownOptions with = options();
  with.first_line = 10;
  const auto page = render_markdown(GetParam().source, with);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().where, GetParam().line);
  EXPECT_FALSE(page.error().hint.empty());
}

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    Bounds, MarkdownFailure,
    testing::Values(FailureCase{"utf8", "a\nb\xFF", ":11"},
                    FailureCase{"size", std::string((1 << 20) + 1, 'a'), ":10"},
                    FailureCase{"lists", "a\n" + repeat("- ", 61) + "x", ":11"},
                    FailureCase{"quotes", repeat("> ", 3000), ":10"},
                    FailureCase{"table", repeat("|a", 300) + "\n" + repeat("|-", 300), ":11"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Markdown, StopsWhenParsingTakesTooLong) {
  MarkdownOptions with = options();
  with.time_limit = std::chrono::milliseconds{0};
  const auto page = render_markdown(std::string(30000, 'a'), with);
  ASSERT_FALSE(page);
  EXPECT_THAT(page.error().what, HasSubstr("takes longer than"));
  EXPECT_EQ(render(std::string(30000, 'a')).html.size(), 30000 + std::string("<p></p>\n").size());
}

// cmark-gfm's parsers share a table: on two threads, `~~` was text once in some thousand pages.
TEST(Markdown, IsTheSameOnManyThreads) {
  const std::string source = "~~a~~ www.example.com b@c.de\n\n| ~~x~~ |\n|---|\n| y |\n";
  const std::string expected = render(source).html;
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 500; ++k) wrong += render_markdown(source, options())->html != expected;
    });
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

TEST(Markdown, TellsWhatToMend) {
  const auto page = render(std::string("a\0b\n\n:::tip\nx", 13));
  ASSERT_EQ(page.problems.size(), 2U);
  EXPECT_EQ(page.problems[0].where, ":1");
  EXPECT_EQ(page.problems[1].where, ":3");
}

}  // namespace
}  // namespace kb
