#include "server/context/notice_board.h"

#include <gmock/gmock.h>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class Board : public StaffFixture {
 protected:
  Board() {
    center.site.config.site.fallback = {{"pl", {"en"}}};
    center.site.write("en/late.md", "# Late parcels\n");
    center.site.write("pl/late.md", "# Spóźnione paczki\n");
    center.publish();
    today = center.center().events->calendar().day_of(center.site.clock.now());
  }
  void pin(store::Notice notice) {
    const auto added =
        store().write([&](store::Sql& sql) { return store::add_notice(sql, notice); });
    ASSERT_TRUE(added) << to_line(added.error());
  }
  // "text>url" of each.
  std::vector<std::string> shown(const std::string& lang) {
    std::vector<std::string> lines;
    for (const auto& notice : center.center().context->notices.shown(
             center.center(), *center.searchers().generation(), lang))
      lines.push_back(notice.text + ">" + notice.url);
    return lines;
  }

  std::int64_t today = 0;
};

TEST_F(Board, ShowsThoseOfTheLanguageAndThoseOfAll) {
  pin({.lang = "pl", .text = "Paczki", .article = "pl/late", .until_day = today});
  pin({.text = "Strike",
       .article = "en/late",
       .until_day = today,
       .created = Time{} + std::chrono::hours{1}});
  pin({.lang = "en", .text = "Gone", .article = "en/gone", .until_day = today});
  pin({.text = "Over", .until_day = today - 1});
  EXPECT_THAT(shown("pl"), testing::ElementsAre("Strike>/pl/a/late", "Paczki>/pl/a/late"));
  EXPECT_THAT(shown("en"), testing::ElementsAre("Strike>/en/a/late", "Gone>"));
}

TEST_F(Board, IsReadFromMemory) {
  EXPECT_THAT(shown("en"), testing::IsEmpty());
  pin({.text = "New", .until_day = today});
  EXPECT_THAT(shown("en"), testing::IsEmpty());
  center.site.clock.advance(kNoticesLast);
  EXPECT_THAT(shown("en"), testing::ElementsAre("New>"));
  center.site.clock.advance(std::chrono::days{1});
  EXPECT_THAT(shown("en"), testing::IsEmpty());
}

TEST_F(Board, StandsOnTheHomePage) {
  EXPECT_THAT(get("/pl/").body, Not(HasSubstr("home-notices")));
  pin({.lang = "pl", .text = "Strajk <kurierów>", .article = "pl/late", .until_day = today});
  center.center().context->notices.changed();
  EXPECT_THAT(get("/pl/").body,
              HasSubstr("<a href=\"/pl/a/late\"><bdi>Strajk &lt;kurierów&gt;</bdi></a>"));
  EXPECT_THAT(get("/en/").body, Not(HasSubstr("Strajk")));
}

TEST(NoticeBoardWithoutAStore, ShowsNothing) {
  HelpCenterFixture center;
  center.site.write("en/a.md", "# A\n");
  center.publish();
  EXPECT_EQ(center.get("/en/").status, 200);
  EXPECT_TRUE(center.center()
                  .context->notices.shown(center.center(), *center.searchers().generation(), "en")
                  .empty());
}

}  // namespace
}  // namespace kb
