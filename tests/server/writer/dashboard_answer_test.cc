// What waits for writers, through the router.

#include "core/store/article_flags.h"
#include "server/build_runner.h"
#include "server/writer/writer_answer.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class Dashboard : public WriterFixture {};

TEST_F(Dashboard, CountsWhatWaits) {
  put_questions();
  ASSERT_TRUE(store().write([&](store::Sql& sql) {
    return store::add_flag(sql, {.lang = "en", .article = "delivery/track", .who = "ion"});
  }));
  const auto page = get("/writer", ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Without a decision: 2"));
  EXPECT_THAT(page.body, HasSubstr("/writer/review?lang=en"));
  EXPECT_THAT(page.body, HasSubstr("Open flags: 1"));
}

TEST_F(Dashboard, LeadsToTheFurtherPages) {
  const auto page = get("/writer", ana);
  for (const auto* path :
       {"/writer/translations", "/writer/articles", "/writer/wishes", "/writer/digest"})
    EXPECT_THAT(page.body, HasSubstr(std::string("<a href=\"") + path + "\">")) << path;
}

TEST_F(Dashboard, StandsWithoutAnIndex) {
  const auto page = get("/writer", ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("No question waits for a decision."));
  EXPECT_THAT(page.body, HasSubstr("Nothing was published from here"));
}

TEST_F(Dashboard, TellsHowPublishingWent) {
  BuildRunner builds({"/bin/sh", {"-c", "echo '<b>a.md:2</b>: bad'; exit 2"}}, center.site.clock,
                     [](const auto&) {});
  center.builds = &builds;
  center.start();
  EXPECT_EQ(post("/writer/publish", {}, ana).status, 303);
  while (builds.status().state == BuildRunner::State::running) std::this_thread::yield();
  const auto page = get("/writer", ana);
  EXPECT_THAT(page.body, HasSubstr("Publishing failed."));
  EXPECT_THAT(page.body, HasSubstr("&lt;b&gt;a.md:2&lt;/b&gt;: bad"));
  EXPECT_THAT(audit_log(), testing::Contains("ana publish "));
}

}  // namespace
}  // namespace kb
