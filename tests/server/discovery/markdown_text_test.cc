#include "server/discovery/markdown_text.h"

#include <gtest/gtest.h>

#include "core/base/date.h"

namespace kb {
namespace {

struct Case {
  std::string_view html, markdown;
};
class Markdown : public testing::TestWithParam<Case> {};

TEST_P(Markdown, SaysWhatThePageSays) {
  EXPECT_EQ(markdown_text(GetParam().html, "https://h.example"), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Blocks, Markdown,
    testing::Values(
        Case{"", ""}, Case{"<p>One.</p>\n<p>Two\nlines.</p>\n", "One.\n\nTwo lines.\n"},
        Case{"<h2 id=\"x\">How</h2>\n<p>So.</p>\n<h3 id=\"y\">Long</h3>\n",
             "## How\n\nSo.\n\n### Long\n"},
        Case{"<p>a</p>\n<hr>\n<p>b</p>\n", "a\n\n---\n\nb\n"},
        Case{"<p>a<br>\nb</p>\n", "a\\\nb\n"},
        Case{"<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>\n", "> a\n>\n> b\n\nc\n"},
        Case{"<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>\n", "> > a\n"},
        Case{"<div>\n<p>a</p>\n</div>\n<section>\n<p>b</p>\n</section>", "a\n\nb\n"}));

INSTANTIATE_TEST_SUITE_P(
    Words, Markdown,
    testing::Values(
        Case{"<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>",
             "*a* **b** ~~c~~ `d`\n"},
        Case{"<p><a href=\"/en/a/b\">this</a></p>", "[this](https://h.example/en/a/b)\n"},
        Case{"<p><a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener\">x</a></p>",
             "[x](https://x.example/?a=1&b=2)\n"},
        Case{"<p><a href=\"//x.example/\">x</a> <a href=\"mailto:a@b.example\">y</a> "
             "<a href=\"#how\">z</a></p>",
             "[x](//x.example/) [y](mailto:a@b.example) [z](#how)\n"},
        Case{"<p><a>words</a> stay</p>", "words stay\n"},
        // The bracket ended the address.
        Case{"<p><a href=\"https://x.example/a_(b\">x</a></p>", "[x](<https://x.example/a_(b>)\n"},
        Case{"<p><img src=\"/files/9f/hub.png\" width=\"6\" height=\"3\" "
             "alt=\"A [green] hub\" loading=\"lazy\"></p>",
             "![A \\[green\\] hub](https://h.example/files/9f/hub.png)\n"},
        Case{"<p class=\"image\"><a class=\"image-link\" href=\"/files/9f/a.png\">"
             "<img src=\"/files/9f/a.png\" alt=\"Hub\"></a></p>",
             "![Hub](https://h.example/files/9f/a.png)\n"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Markdown,
    testing::Values(
        Case{"<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n<p>c</p>\n", "- a\n- b\n\nc\n"},
        Case{"<p>a:</p>\n<ol>\n<li>b\n</li>\n<li>c\n</li>\n</ol>\n", "a:\n\n1. b\n2. c\n"},
        Case{
            "<ol start=\"9\">\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n<li>c\n<ul>\n<li>d\n</li>\n"
            "</ul>\n</li>\n</ol>\n",
            "9. a\n   - b\n10. c\n    - d\n"},
        Case{"<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n",
             "- a\n\n  b\n- c\n"},
        Case{"<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked> a\n</li>\n"
             "<li class=\"task\"><input type=\"checkbox\" disabled> b\n</li>\n</ul>\n",
             "- [x] a\n- [ ] b\n"},
        Case{"<ul>\n<li></li>\n<li>a</li>\n</ul>\n", "-\n- a\n"},
        Case{"<ol>\n<li>a\n<pre><code>b\n</code></pre>\n</li>\n<li>c\n</li>\n</ol>\n",
             "1. a\n\n   ```\n   b\n   ```\n2. c\n"},
        Case{"<ul>\n<li>a\n<blockquote>\n<p>b</p>\n<p>c</p>\n</blockquote>\n</li>\n</ul>\n",
             "- a\n\n  > b\n  >\n  > c\n"},
        Case{"<ul>\n<li>\n<blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ul>\n", "- > a\n"},
        // A list at the beginning of a quote began with an empty line.
        Case{"<blockquote>\n<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n</blockquote>\n",
             "> - a\n> - b\n"},
        Case{"<ul>\n<li>\n<ul>\n<li>a\n</li>\n</ul>\n</li>\n</ul>\n", "- - a\n"},
        // A list that begins with 3 does not interrupt a paragraph.
        Case{"<ul>\n<li>a\n<ol start=\"3\">\n<li>b\n</li>\n</ol>\n</li>\n</ul>\n",
             "- a\n\n  3. b\n"}));

INSTANTIATE_TEST_SUITE_P(
    Code, Markdown,
    testing::Values(
        Case{"<pre><code class=\"language-json\">{\n  \"a\": 1\n\n}\n</code></pre>\n<p>b</p>\n",
             "```json\n{\n  \"a\": 1\n\n}\n```\n\nb\n"},
        Case{"<pre><code>```\na &lt;b&gt; *c*\n````\n</code></pre>\n",
             "`````\n```\na <b> *c*\n````\n`````\n"},
        Case{"<pre><code></code></pre>\n", "```\n```\n"},
        Case{"<blockquote>\n<pre><code>a\n\nb\n</code></pre>\n</blockquote>\n",
             "> ```\n> a\n>\n> b\n> ```\n"},
        Case{"<p><code>a_b*c [d]</code></p>", "`a_b*c [d]`\n"},
        // A backtick inside ended the code.
        Case{"<p><code>a`b</code> <code>`c`</code></p>", "``a`b`` `` `c` ``\n"}));

INSTANTIATE_TEST_SUITE_P(
    Tables, Markdown,
    testing::Values(
        Case{
            "<div class=\"table\"><table>\n<thead>\n<tr>\n<th align=\"left\">Plan</th>\n"
            "<th align=\"right\">Price</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            "<td align=\"left\">a|b</td>\n<td align=\"right\"><code>c|d</code></td>\n</tr>\n<tr>\n"
            "<td></td>\n<td><a href=\"/x\">e</a></td>\n</tr>\n</tbody>\n</table></div>\n<p>f</p>\n",
            "| Plan | Price |\n| --- | --- |\n| a\\|b | `c\\|d` |\n|  | [e](https://h.example/x) "
            "|\n"
            "\nf\n"},
        // A break in a cell ended the table.
        Case{"<div class=\"table\"><table>\n<thead>\n<tr>\n<th>a<br>\nb</th>\n</tr>\n</thead>\n"
             "</table></div>\n",
             "| a<br> b |\n| --- |\n"}));

INSTANTIATE_TEST_SUITE_P(
    Asides, Markdown,
    testing::Values(
        Case{"<aside class=\"admonition note\" role=\"note\" data-kind=\"note\">\n"
             "<p class=\"admonition-title\">Good <strong>to</strong> know</p>\n<p>a</p>\n</aside>\n"
             "<p>b</p>\n",
             "> **Good to know**\n>\n> a\n\nb\n"},
        Case{
            "<figure class=\"video\" data-video=\"https://v.example/1\">\n<a "
            "class=\"video-poster\" "
            "href=\"https://v.example/1\" rel=\"noopener\"><span class=\"video-label\">Watch</span>"
            "</a>\n<details class=\"transcript\"><summary><span>Read</span></summary>\n<p>a</p>\n"
            "</details></figure>\n",
            "[Watch](https://v.example/1)\n\n**Read**\n\na\n"},
        Case{"<p>a<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\">1</a></sup> b</p>\n"
             "<section class=\"footnotes\">\n<ol>\n<li id=\"fn:1\">\n<p>c</p>\n<p>d</p>\n"
             "<p><a class=\"footnote-back\" href=\"#fnref:1\">↩</a></p>\n</li>\n<li id=\"fn:2\">\n"
             "<p>e</p>\n<p><a class=\"footnote-back\" href=\"#fnref:2\">↩</a></p>\n</li>\n</ol>\n"
             "</section>\n",
             "a[^1] b\n\n[^1]: c\n\n    d\n[^2]: e\n"}));

INSTANTIATE_TEST_SUITE_P(
    Escapes, Markdown,
    testing::Values(
        Case{"<p>*a* _b_ [c] `d` &lt;e&gt; \\ ~f~</p>",
             "\\*a\\* \\_b\\_ \\[c\\] \\`d\\` \\<e\\> \\\\ \\~f\\~\n"},
        Case{"<p>AT&amp;T &amp;amp; &amp;#60; &amp; b; &amp;</p>", "AT&T \\&amp; \\&#60; & b; &\n"},
        // At the beginning of a line they were a heading, a list, a rule.
        Case{"<p># a</p>\n<p>1. b</p>\n<p>- c</p>\n<p>---</p>\n<p>12) d</p>\n<p>+</p>\n",
             "\\# a\n\n1\\. b\n\n\\- c\n\n\\---\n\n12\\) d\n\n\\+\n"},
        Case{"<ul>\n<li>1. a\n</li>\n</ul>\n<p>a<br>\n- b</p>\n", "- 1\\. a\n\na\\\n\\- b\n"},
        Case{"<p>#a 3.14 -5 +40 2026 a - b # 1. c</p>", "#a 3.14 -5 +40 2026 a - b # 1. c\n"},
        Case{"<p>3.14</p>\n<p>-5</p>\n<p>2026</p>\n", "3.14\n\n-5\n\n2026\n"}));

TEST(MarkdownArticles, HaveTheirTitleAddressAndDate) {
  EXPECT_EQ(markdown_article({.title = "Refunds <b>",
                              .summary = "1. Money_back",
                              .html = "<p>So.</p>\n",
                              .origin = "https://h.example",
                              .url = "https://h.example/en/a/refund",
                              .updated = *parse_time("2026-03-14")}),
            "# Refunds \\<b\\>\n\n1\\. Money\\_back\n\nSo.\n\n---\n\n"
            "https://h.example/en/a/refund\nUpdated 2026-03-14\n");
  EXPECT_EQ(
      markdown_article(
          {.title = "A", .summary = "", .html = "", .origin = "", .url = "/en/a/a", .updated = {}}),
      "# A\n\n\n---\n\n/en/a/a\n");
}

struct Header {
  std::string_view accept;
  bool markdown;
};
class Preference : public testing::TestWithParam<Header> {};

TEST_P(Preference, IsWhatTheHeaderSays) {
  EXPECT_EQ(prefers_markdown(GetParam().accept), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Headers, Preference,
    testing::Values(Header{"", false}, Header{"*/*", false}, Header{"text/*", false},
                    Header{"text/html,application/xhtml+xml,*/*;q=0.8", false},
                    Header{"text/markdown", true}, Header{"text/markdown, text/html;q=0.9", true},
                    Header{"text/html;q=0.9 , text/markdown ;q=0.9", true},
                    Header{"text/markdown;q=0.5, text/html", false},
                    Header{"text/markdown;q=0", false}, Header{"text/markdown;q=", true},
                    Header{"text/markdowns", false}, Header{";;,,q=,", false}));

}  // namespace
}  // namespace kb
