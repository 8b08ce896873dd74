#include "core/tickets/html_entity.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

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

}  // namespace
