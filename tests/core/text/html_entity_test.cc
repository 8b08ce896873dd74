#include "core/text/html_entity.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::text;

TEST(HtmlEntity, BecomesACharacter) {
  struct Case {
    std::string_view html, text;
    std::size_t size;
  };
  for (const Case& each :
       {Case{"&amp;x", "&", 5}, Case{"&eacute;t", "é", 8}, Case{"&yuml;", "ÿ", 6},
        Case{"&iexcl;", "¡", 7}, Case{"&szlig;", "ß", 7}, Case{"&#8364;", "€", 7},
        Case{"&#x20AC;", "€", 8}, Case{"&nbsp;", " ", 6}, Case{"&shy;", "", 5},
        Case{"&nonsense;", "", 0}, Case{"& b;", "", 0}, Case{"&;", "", 0}, Case{"&#0;", "", 0},
        Case{"&#xD800;", "", 0}, Case{"&", "", 0}}) {
    std::string text;
    EXPECT_EQ(append_entity(each.html, text), each.size) << each.html;
    EXPECT_EQ(text, each.text) << each.html;
  }
}

TEST(HtmlEntity, IsReadWhereverItStands) {
  struct Case {
    std::string_view html, text;
  };
  for (const Case& each : {Case{"Fish &amp; chips", "Fish & chips"}, Case{"&lt;b&gt;", "<b>"},
                           Case{"a &quot;b&quot;, it&#39;s c&#x27;s", "a \"b\", it's c's"},
                           Case{"&amp;lt;", "&lt;"}, Case{"a & b &", "a & b &"}, Case{"", ""}})
    EXPECT_EQ(without_entities(each.html), each.text) << each.html;
}

TEST(HtmlEntity, OfOurOwnIsReadBackAlone) {
  EXPECT_EQ(unescaped_html("a &amp; &lt;b&gt; &quot;c&quot; d&#39;s e&#x27;s"),
            "a & <b> \"c\" d's e's");
  EXPECT_EQ(unescaped_html("&nbsp; & &amp;lt; &eacute;"), "&nbsp; & &lt; &eacute;");
}

}  // namespace
