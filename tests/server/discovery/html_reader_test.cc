#include "server/discovery/html_reader.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

// "<p|text|>p": opening, text and closing, one after another.
std::string pieces(std::string_view html) {
  std::string all;
  HtmlReader reader(html);
  while (const auto piece = reader.next()) {
    if (!all.empty()) all += '|';
    if (piece->kind == HtmlPiece::Kind::text)
      all += piece->text;
    else
      all += (piece->kind == HtmlPiece::Kind::open ? "<" : ">") + std::string(piece->name);
  }
  return all;
}

struct Case {
  std::string_view html, pieces;
};
class HtmlPieces : public testing::TestWithParam<Case> {};

TEST_P(HtmlPieces, ComeInTheirOrder) {
  EXPECT_EQ(pieces(GetParam().html), GetParam().pieces);
}

INSTANTIATE_TEST_SUITE_P(
    Html, HtmlPieces,
    testing::Values(Case{"", ""}, Case{"words", "words"}, Case{"<p>a</p>\n", "<p|a|>p|\n"},
                    Case{"<a class=\"x\" href=\"/y\">z</a>", "<a|z|>a"}, Case{"<br/>", "<br"},
                    Case{"<br />a", "<br|a"}, Case{"<h2\nid=\"x\">a</h2>", "<h2|a|>h2"},
                    Case{"a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;", "a & <b> \"c\" 'd'"},
                    Case{"&nbsp; & &amp;lt;", "&nbsp; & &lt;"},
                    // A damaged index must not make it run on or read beyond the end.
                    Case{"a<", "a|<"}, Case{"<p", "<"}, Case{"<>", "<"}, Case{"</>", ">"}));

TEST(HtmlPiece, KnowsItsAttributes) {
  HtmlReader reader("<img src=\"/a?b=1&amp;c=2\" alt=\"\" data-alt=\"no\" loading=\"lazy\">");
  const auto piece = reader.next();
  ASSERT_TRUE(piece);
  EXPECT_EQ(piece->attribute("src"), "/a?b=1&c=2");
  EXPECT_EQ(piece->attribute("alt"), "");
  EXPECT_EQ(piece->attribute("loading"), "lazy");
  EXPECT_EQ(piece->attribute("href"), "");
  EXPECT_FALSE(reader.next());
}

TEST(HtmlPiece, KnowsItsClasses) {
  HtmlReader reader("<aside class=\"admonition note\"><p>");
  const auto aside = reader.next();
  EXPECT_TRUE(aside->has_class("admonition"));
  EXPECT_TRUE(aside->has_class("note"));
  EXPECT_FALSE(aside->has_class("admon"));
  EXPECT_FALSE(reader.next()->has_class("note"));
}

}  // namespace
}  // namespace kb
