#include "indexer/markdown/html_text.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(HtmlText, IsEscaped) {
  std::string html, url;
  append_html(html, "a<b>&\"\x01'ä\n");
  EXPECT_EQ(html, "a&lt;b&gt;&amp;&quot;'ä\n");
  append_url(url, "ä b\"<'&%20[x]\x01");
  EXPECT_EQ(url, "%C3%A4%20b%22%3C&#x27;&amp;%20%5Bx%5D");
}

TEST(HtmlText, IsReadBackWithoutTags) {
  EXPECT_EQ(text_of_html("<p>a</p><p>b"), "a b");
  EXPECT_EQ(text_of_html("<!-- a -->"), "");
}

}  // namespace
}  // namespace kb
