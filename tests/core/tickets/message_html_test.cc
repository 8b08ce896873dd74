#include "core/tickets/message_html.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(MessageHtml, BecomesText) {
  struct Case {
    std::string_view html, text;
  };
  for (const Case& each :
       {Case{"<p>Hi,<br>see <a href='https://a.example/b?c=1&amp;d'>here</a>.</p>",
             "Hi,\nsee here (https://a.example/b?c=1&d)."},
        Case{"<a href=\"https://a.example/\">https://a.example/</a>", "https://a.example/"},
        Case{"<a href=\"javascript:alert(1)\">x</a>", "x"},
        Case{"a<script>alert('<p>b</p>')</script>c", "ac"},
        Case{"<style>p { color: red }</style><div>one</div><div>two</div>", "one\ntwo"},
        Case{"<!-- secret -->text<!DOCTYPE x>", "text"},
        Case{"<ul><li>one<li>two</ul>", "- one\n- two"},
        Case{"<p>Yes.</p><blockquote>Is it <b>on</b>?<br>Really?</blockquote>",
             "Yes.\n\n> Is it on?\n> Really?"},
        Case{"a &lt; b &amp;&amp; c", "a < b && c"}, Case{"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
        Case{"one\n  two", "one two"}, Case{"<script>never closed", ""}, Case{"<p", "<p"},
        Case{"<table><tr><td>a</td><td>b</td></tr></table>", "a b"}, Case{"", ""}})
    EXPECT_EQ(text_of_message(each.html), each.text) << each.html;
}

TEST(MessageHtml, OfTextWithAFewTagsBreaksStay) {
  EXPECT_EQ(text_of_message("Hello,\nmy <b>hub</b>\n\nis off", LineBreaks::kept),
            "Hello,\nmy hub\n\nis off");
}

TEST(MessageHtml, IsToldFromTextWithBrackets) {
  for (const char* html : {"a <b>bold</b> word", "<p>x", "line<br/>", "<script>x</script>"})
    EXPECT_TRUE(looks_like_html(html)) << html;
  // The address was taken for a link's tag, and lost.
  for (const char* text :
       {"write to <a@b.example>", "<https://a.example>", "a < b > c", "<3", "x <y>"})
    EXPECT_FALSE(looks_like_html(text)) << text;
}

}  // namespace
