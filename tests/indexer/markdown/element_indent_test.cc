#include "indexer/markdown/element_indent.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(ElementIndent, GoesFromWhatStandsInside) {
  struct Case {
    std::string_view source, out;
  };
  for (const Case& c :
       {Case{"<A>\n  <B>\n    x\n\n      y\n  </B>\n</A>\n    z",
             "<A>\n<B>\nx\n\n  y\n</B>\n</A>\n    z"},
        Case{"- a\n  <A>\n    x\n  </A>", "- a\n  <A>\n  x\n  </A>"},
        Case{"<A />\n    x", "<A />\n    x"}, Case{"```\n<A>\n    x\n```", "```\n<A>\n    x\n```"},
        Case{"<A\n  b=\"c\">\n    x\n</A>", "<A\n  b=\"c\">\nx\n</A>"}})
    EXPECT_EQ(remove_element_indent(c.source), c.out);
}

}  // namespace
}  // namespace kb
