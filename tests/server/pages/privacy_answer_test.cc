#include <gmock/gmock.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class Privacy : public testing::Test {
 protected:
  Privacy() {
    center.site.write("en/a.md", "# A\n\nText.\n");
    center.site.write("pl/a.md", "# A\n\nTekst.\n");
    center.site.config.site.name = "Fernway Help";
    center.site.config.insights.keep_days = 30;
    center.site.config.contact.keep_days = 21;
    center.publish();
  }
  HelpCenterFixture center;
};

TEST_F(Privacy, SaysWhatTheSettingsSay) {
  const auto page = center.get("/en/privacy");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("deleted after 30 days"));
  EXPECT_THAT(page.body, HasSubstr("deletes them 21 days"));
  EXPECT_THAT(page.body, HasSubstr("Fernway Help"));
  EXPECT_THAT(page.body, HasSubstr("hreflang=\"pl\" href=\"/pl/privacy\""));
  EXPECT_THAT(center.get("/pl/privacy").body, HasSubstr("po 30 dniach"));
}

TEST_F(Privacy, SaysNothingOfWhatThereIsNot) {
  const auto before = center.get("/en/privacy").body;
  EXPECT_THAT(before, HasSubstr("If you write to us"));
  EXPECT_THAT(before, Not(HasSubstr("ask to be told")));
  center.site.config.contact.form = false;
  center.site.config.mail.smtp = "smtp://mail.example.com";
  center.start();
  center.refresh();
  const auto after = center.get("/en/privacy").body;
  EXPECT_THAT(after, Not(HasSubstr("If you write to us")));
  EXPECT_THAT(after, HasSubstr("ask to be told"));
}

TEST_F(Privacy, IsLinkedWhereSomethingIsNoted) {
  EXPECT_THAT(center.get("/en/").body, Not(HasSubstr("/en/privacy")));
  center.open_store();
  center.refresh();
  EXPECT_THAT(center.get("/en/").body, HasSubstr("href=\"/en/privacy\""));
}

}  // namespace
}  // namespace kb
