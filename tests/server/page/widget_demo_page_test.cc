#include "server/page/widget_demo_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;

TEST(WidgetDemoPage, ShowsTheLineThatPutsTheWidgetThere) {
  WidgetDemoPage page{.site = sample_site("en"),
                      .script_url = "https://help.example/assets/widget.js"};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("&lt;script src=&quot;https://help.example/assets/widget.js&quot; "
                              "defer&gt;&lt;/script&gt;"));
  EXPECT_THAT(html, HasSubstr("/assets/widget.js?v="));
  EXPECT_THAT(html, HasSubstr(R"(<meta name="robots" content="noindex">)"));
}

}  // namespace
}  // namespace kb::page
