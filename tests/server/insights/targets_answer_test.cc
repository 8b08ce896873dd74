#include "server/insights/targets_answer.h"

#include "core/store/figure_targets.h"
#include "tests/server/insights/insights_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Targets : public InsightsFixture {
 protected:
  http::Response set(std::string goal = "5", std::string by = "2026-03-20") {
    return post("/writer/targets",
                {{"do", "add"},
                 {"figure", "zero_result_rate"},
                 {"side", "at_most"},
                 {"goal", goal},
                 {"by", by},
                 {"guard", "helpful_rate"},
                 {"guard_side", "at_least"},
                 {"limit", "80"}},
                mihai);
  }
  std::vector<store::FigureTarget> open() {
    return store().read([](store::Sql& sql) { return store::list_targets(sql); }).value();
  }
};

TEST_F(Targets, SayWhatToDoWhereThereIsNone) {
  const auto page = get("/writer/targets", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("No targets yet."));
}

TEST_F(Targets, AreSetWithWhatTheFigureIsNow) {
  put_visits();
  const auto answered = set();
  EXPECT_EQ(answered.status, 303);
  ASSERT_EQ(open().size(), 1u);
  EXPECT_EQ(open()[0].start, 0.25) << "3 of 12 searches";
  EXPECT_EQ(open()[0].who, "mihai");
  EXPECT_THAT(audit_log(), Contains("mihai target.add zero_result_rate"));
  const auto page = get("/writer/targets?done=target_added", mihai);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("The target is set."));
  EXPECT_THAT(page.body, HasSubstr("Searches without results: at most 5.0 %"));
  EXPECT_THAT(page.body, HasSubstr("Cannot be told yet"));
}

TEST_F(Targets, LoseNothingThatWasTyped) {
  const auto page = set("five");
  EXPECT_EQ(page.status, 422);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("Write a number from 0 to 100."));
  EXPECT_THAT(page.body, HasSubstr("value=\"five\""));
  EXPECT_THAT(page.body, HasSubstr("value=\"2026-03-20\""));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"helpful_rate\" selected>"));
  EXPECT_TRUE(open().empty());
}

TEST_F(Targets, AreClosedOnce) {
  set();
  const std::string id = std::to_string(open().at(0).id);
  const auto close = [&] {
    return header(post("/writer/targets", {{"do", "close"}, {"id", id}}, mihai), "Location");
  };
  EXPECT_EQ(close(), "/writer/targets?done=target_closed");
  EXPECT_EQ(close(), "/writer/targets?done=target_gone");
  EXPECT_TRUE(open().empty());
  EXPECT_EQ(post("/writer/targets", {{"do", "close"}, {"id", "x"}}, mihai).status, 404);
  EXPECT_EQ(post("/writer/targets", {{"do", "dance"}}, mihai).status, 404);
}

TEST_F(Targets, StandAboveTheFiguresAndOnTheDashboardWhenTheyAreDue) {
  set("5", "2026-03-20");
  set("4", "2026-12-20");
  const auto insights = get("/writer/insights", mihai).body;
  EXPECT_THAT(insights, HasSubstr("at most 5.0 %"));
  EXPECT_THAT(insights, HasSubstr("at most 4.0 %"));
  const auto dashboard = get("/writer", mihai);
  EXPECT_EQ(page::broken_rules(dashboard.body), "");
  EXPECT_THAT(dashboard.body, HasSubstr("at most 5.0 %"));
  EXPECT_THAT(dashboard.body, Not(HasSubstr("at most 4.0 %")));
}

TEST_F(Targets, AreForWriters) {
  EXPECT_EQ(get("/writer/targets", logged_in("ana", Role::agent)).status, 403);
}

}  // namespace
}  // namespace kb
