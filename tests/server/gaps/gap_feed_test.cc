#include "server/gaps/gap_feed.h"

#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class GapFeed : public GapFixture {};

TEST_F(GapFeed, TellsOfNewGapsAndChangedStates) {
  const auto id = add("money <back>");
  post(path(id), {{"do", "save"}, {"version", "1"}, {"state", "in_progress"}, {"comment", "Soon"}},
       ana);
  const auto feed = get("/api/v1/gaps/feed.atom", ana);
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(feed.content_type, "application/atom+xml; charset=utf-8");
  EXPECT_EQ(feed.cache_control, "no-store");
  EXPECT_THAT(feed.body, HasSubstr("<title>New gap: money &lt;back&gt;</title>"));
  EXPECT_THAT(feed.body, HasSubstr("<title>In progress: money &lt;back&gt;</title>"));
  EXPECT_THAT(feed.body, HasSubstr("/writer/gaps/" + std::to_string(id) + "#change-"));
  EXPECT_THAT(feed.body, Not(HasSubstr("Soon")));
}

TEST_F(GapFeed, IsForWriters) {
  EXPECT_EQ(get("/api/v1/gaps/feed.atom").status, 401);
  EXPECT_EQ(get("/api/v1/gaps/feed.atom", logged_in("eva", Role::agent)).status, 403);
}

}  // namespace
}  // namespace kb
