#include "server/context/widget_demo.h"

#include <gmock/gmock.h>

#include "tests/server/page/page_rules.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class WidgetDemo : public StaffFixture {
 protected:
  WidgetDemo() {
    center.site.write("en/a.md", "# A\n");
    center.site.write("pl/a.md", "# A\n");
    center.publish();
  }
};

TEST_F(WidgetDemo, ShowsTheLineToCopy) {
  const auto response = get("/widget");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(page::broken_rules(response.body), "");
  EXPECT_THAT(response.body, HasSubstr("https://help.example/assets/widget.js"));
  EXPECT_THAT(header(response, "X-Robots-Tag"), HasSubstr("noindex"));
}

TEST_F(WidgetDemo, IsInTheBrowsersLanguage) {
  auto asked = request("/widget");
  asked.headers.push_back({"Accept-Language", "pl"});
  EXPECT_THAT(answer(asked).body, HasSubstr("<html lang=\"pl\""));
  EXPECT_THAT(get("/widget?lang=pl").body, HasSubstr("<html lang=\"pl\""));
  EXPECT_THAT(get("/widget?lang=none").body, HasSubstr("<html lang=\"en\""));
}

TEST(WidgetDemoWithoutAnIndex, IsThereNevertheless) {
  HelpCenterFixture center;
  EXPECT_EQ(center.get("/widget").status, 200);
}

}  // namespace
}  // namespace kb
