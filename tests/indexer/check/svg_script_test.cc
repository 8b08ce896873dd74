#include "indexer/check/svg_script.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(SvgScript, IsFound) {
  for (const auto* svg :
       {"<svg><script>a()</script></svg>", "<svg><SCRIPT/></svg>", "<svg><svg:script href='a'/>",
        "<svg onload=\"a()\">", "<svg\nOnLoad=a()>", "<svg><g/onclick='a()'/></svg>",
        "<a xlink:href=\"javascript:a()\">", "<a href=' java\nscript:a()'>",
        "<a href=javascript:a>", "<!-- x --><svg onload=''/>", "<!DOCTYPE svg><?xml?><script>",
        "<svg a=\">\" onload='b'>", "<animate attributeName='href' to='javascript:a()'/>"})
    EXPECT_TRUE(svg_has_script(svg)) << svg;
}

TEST(SvgScript, IsNotSeenWhereThereIsNone) {
  for (const auto* svg :
       {"", "<", "<svg", "<svg><path d='M0 0'/></svg>", "<svg><!-- <script> onload= --></svg>",
        "<svg><title>onload=\"a\"</title>", "<svg><style><![CDATA[ <script> ]]></style></svg>",
        "<svg a=\"<script>\"/>", "<svg a='onload=b'/>", "<a href='#javascript:'/>",
        "<svg on='a' description='b'/>", "<scripted/>", "<svg a", "<svg a=", "<svg a='", "<!--",
        "</"})
    EXPECT_FALSE(svg_has_script(svg)) << svg;
}

}  // namespace
}  // namespace kb
