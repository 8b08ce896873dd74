// Peer review, through the router.

#include "server/writer/writer_answer.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

// 2026-01-01 is a Thursday: last week is 2025-W52, from 22 to 28 December.
class PeerAnswer : public WriterFixture {
 protected:
  PeerAnswer() {
    std::vector<Ticket> week;
    for (int i = 1; i <= 5; ++i) {
      week.push_back(ticket(std::to_string(i), kParcel, "Answer."));
      week.back().solved = center.site.clock.now() - std::chrono::days(7);
    }
    put(week);
  }
  int rate(const std::string& id, const Browser& browser, const std::string& mark) {
    return post(reply(id),
                {{"do", "rate"},
                 {"correct", mark},
                 {"complete", "4"},
                 {"clear", mark},
                 {"tone", "5"}},
                browser)
        .status;
  }
  static std::string reply(const std::string& id) { return "/writer/peer/2025-W52/desk/" + id; }
};

TEST_F(PeerAnswer, DrawsTheRepliesOfLastWeek) {
  center.site.config.tickets.sample = 3;
  const auto page = get("/writer/peer", ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("You have rated 0 of 3."));
  EXPECT_EQ(get("/writer/peer", mihai).body.find("0 of 3") == std::string::npos, false);
}

TEST_F(PeerAnswer, HidesOthersRatingsUntilOnesOwnAreGiven) {
  get("/writer/peer", ana);
  for (int i = 1; i <= 5; ++i) ASSERT_EQ(rate(std::to_string(i), mihai, std::to_string(i)), 303);
  EXPECT_THAT(get("/writer/peer", mihai).body, HasSubstr("Agreement"));
  for (int i = 1; i <= 5; ++i) {
    const auto page = get("/writer/peer", ana);
    EXPECT_THAT(page.body, Not(HasSubstr("<table>")));
    ASSERT_EQ(rate(std::to_string(i), ana, std::to_string(i)), 303);
  }
  const auto page = get("/writer/peer", ana);
  EXPECT_THAT(page.body, HasSubstr("<th scope=\"row\">Correct</th><td class=\"number\">3.00</td>"
                                   "<td class=\"number\">1.00</td><td class=\"number\">10</td>"));
  EXPECT_THAT(page.body, HasSubstr("<th scope=\"row\">Tone</th><td class=\"number\">5.00</td>"
                                   "<td class=\"number\">too few</td>"));
}

TEST_F(PeerAnswer, LetsNobodyChangeAfterSeeingOthers) {
  get("/writer/peer", ana);
  for (int i = 1; i <= 5; ++i) ASSERT_EQ(rate(std::to_string(i), ana, "4"), 303);
  EXPECT_EQ(rate("1", ana, "1"), 422);
  EXPECT_THAT(get(reply("1"), ana).body, Not(HasSubstr("value=\"rate\"")));
}

TEST_F(PeerAnswer, NeedsAMarkForEach) {
  get("/writer/peer", ana);
  const auto page = post(reply("1"), {{"do", "rate"}, {"correct", "4"}}, ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Give a mark from 1 to 5 for each."));
  EXPECT_THAT(page.body, HasSubstr("value=\"4\" required checked"));
}

TEST_F(PeerAnswer, IsOfTheSampleAlone) {
  EXPECT_EQ(get(reply("1"), ana).status, 404);  // not drawn yet
  get("/writer/peer", ana);
  EXPECT_EQ(get(reply("1"), ana).status, 200);
  EXPECT_EQ(get(reply("77"), ana).status, 404);
  EXPECT_EQ(get("/writer/peer?week=2025-W99", ana).status, 404);
  EXPECT_THAT(get("/writer/peer?week=2025-W40", ana).body, HasSubstr("No reply was drawn"));
}

}  // namespace
}  // namespace kb
