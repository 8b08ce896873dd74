#include "server/gaps/replay_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/replay/replay_summary.h"

namespace kb {
namespace {

using testing::HasSubstr;

// The two programs must understand one another.
TEST(ReplayView, ReadsWhatKbIndexPrints) {
  ReplayReport report;
  report.queries.push_back({.query = {.text = "voucher", .lang = "en", .gap = 12, .visitors = 7},
                            .outcome = ReplayOutcome::closed,
                            .answer = "en/voucher",
                            .after = {{"en/voucher", "Vouchers", true}}});
  report.queries.push_back({.query = {.text = "mine", .lang = "en", .gap = 12, .is_shown = false},
                            .reason = ReplayReason::nothing_found});
  report.queries.push_back({.query = {.text = "hub", .lang = "en", .expected = "en/hub"},
                            .outcome = ReplayOutcome::worse,
                            .reason = ReplayReason::fell,
                            .answer = "en/hub",
                            .before = {{"en/hub", "Hub"}}});
  auto summary = summarise({{.id = 12, .lang = "en", .label = "voucher"}}, std::move(report));
  summary.problems.push_back({"is no date", "en/a.md:2", "write it as 2026-03-14"});
  const auto view = read_replay(to_json(summary));
  ASSERT_TRUE(view) << to_line(view.error());
  ASSERT_EQ(view->gaps.size(), 1U);
  EXPECT_TRUE(view->gaps[0].is_closed);
  ASSERT_EQ(view->gaps[0].queries.size(), 2U);
  EXPECT_EQ(view->gaps[0].queries[0].query, "voucher");
  EXPECT_EQ(view->gaps[0].queries[0].article, "en/voucher");
  EXPECT_TRUE(view->gaps[0].queries[0].after[0].is_new);
  EXPECT_EQ(view->gaps[0].queries[1].query, "") << "too few made it";
  EXPECT_EQ(view->gaps[0].queries[1].reason, "nothing_found");
  EXPECT_EQ(view->answered, 1);
  ASSERT_EQ(view->worse.size(), 1U);
  EXPECT_EQ(view->worse[0].before[0].title, "Hub");
  EXPECT_THAT(view->problems, testing::ElementsAre(HasSubstr("en/a.md:2")));
}

TEST(ReplayView, TellsWhatIsNoReport) {
  for (const char* text : {"", "{}", "[]", "null", "{\"answered\": 1}", "Segmentation fault"}) {
    const auto view = read_replay(text);
    ASSERT_FALSE(view) << text;
    EXPECT_THAT(view.error().what, HasSubstr("no report")) << text;
  }
}

}  // namespace
}  // namespace kb
