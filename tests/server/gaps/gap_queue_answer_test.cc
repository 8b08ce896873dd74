// The queue of gaps, through the router.

#include "server/gaps/gap_answers.h"
#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class GapQueue : public GapFixture {};

TEST_F(GapQueue, SaysThatNothingWasFoundYet) {
  const auto page = get("/writer/gaps", ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Gaps have not been found yet"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/api/v1/gaps/feed.atom\""));
}

TEST_F(GapQueue, ListsGapsWithTheirStates) {
  const auto id = add("money <back>");
  const auto page = get("/writer/gaps", ana);
  EXPECT_THAT(page.body, HasSubstr("href=\"" + path(id) + "\">money &lt;back&gt;</a>"));
  EXPECT_THAT(page.body, HasSubstr("aria-current=\"page\">Open <span class=\"hint\">1</span>"));
}

TEST_F(GapQueue, IsChosenFrom) {
  add("money back");
  const auto page = get("/writer/gaps?state=mine", ana);
  EXPECT_THAT(page.body, Not(HasSubstr("money back")));
  EXPECT_THAT(page.body, HasSubstr("No gap is like that."));
  EXPECT_THAT(get("/writer/gaps?state=&lang=en", ana).body, HasSubstr("money back"));
  EXPECT_THAT(get("/writer/gaps?state=nonsense&page=-1", ana).body, HasSubstr("money back"));
}

TEST_F(GapQueue, GoesOnOverPages) {
  for (int i = 0; i < 51; ++i) add("gap " + std::to_string(i));
  EXPECT_THAT(get("/writer/gaps", ana).body, HasSubstr("page=2"));
  EXPECT_THAT(get("/writer/gaps?state=open&page=2", ana).body, HasSubstr("gap 50<"));
}

// An address kept from longer queues said that all that was asked was answered.
TEST_F(GapQueue, ShowsTheLastPageBeyondTheLast) {
  for (int i = 0; i < 51; ++i) add("gap " + std::to_string(i));
  const auto page = get("/writer/gaps?page=9", ana);
  EXPECT_THAT(page.body, HasSubstr("gap 50<"));
  EXPECT_THAT(page.body, HasSubstr("<span>Page 2</span>"));
  EXPECT_THAT(page.body, Not(HasSubstr("page=3")));
  EXPECT_THAT(get("/writer/gaps?state=mine&page=9", ana).body, HasSubstr("No gap is like that."));
}

TEST_F(GapQueue, IsForWriters) {
  EXPECT_EQ(get("/writer/gaps", logged_in("eva", Role::agent)).status, 403);
  EXPECT_EQ(get("/writer/gaps").status, 303);
}

}  // namespace
}  // namespace kb
