#include "indexer/replay/replay_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

ReplayedQuery asked(const std::string& text, std::int64_t gap, std::int64_t visitors,
                    ReplayOutcome outcome, ReplayReason reason = ReplayReason::none) {
  ReplayedQuery query{.query = {.text = text, .lang = "en", .gap = gap, .visitors = visitors},
                      .outcome = outcome,
                      .reason = reason};
  if (outcome == ReplayOutcome::closed) query.answer = "en/billing/voucher";
  return query;
}

ReplayedQuery answered(const std::string& text, ReplayOutcome outcome) {
  auto query = asked(text, 0, 9, outcome);
  query.query.expected = query.answer = "en/billing/refund";
  if (outcome == ReplayOutcome::worse) query.reason = ReplayReason::fell;
  query.before = {{"en/billing/refund", "Refunds"}};
  query.after = {{"en/billing/voucher", "Vouchers", true}, {"en/hub", "Hub", false, true}};
  return query;
}

ReplaySummary summary() {
  ReplayReport report;
  report.queries = {asked("voucher code", 12, 1, ReplayOutcome::open, ReplayReason::other_words),
                    asked("redeem voucher", 12, 8, ReplayOutcome::closed),
                    asked("voucher", 12, 0, ReplayOutcome::closed),
                    asked("wombat", 14, 3, ReplayOutcome::open, ReplayReason::nothing_found),
                    answered("refund", ReplayOutcome::worse),
                    answered("refunds", ReplayOutcome::kept)};
  report.queries[2].query.is_shown = false;
  auto made = summarise({{.id = 12, .lang = "en", .label = "redeem voucher"},
                         {.id = 14, .lang = "en", .label = "wombat"}},
                        std::move(report));
  made.before = "generation 41";
  made.candidate = "the sources";
  return made;
}

TEST(ReplaySummary, CountsByHowManyAsked) {
  const auto made = summary();
  ASSERT_EQ(made.gaps.size(), 2U);
  EXPECT_EQ(made.gaps[0].closed_count(), 2U);
  EXPECT_DOUBLE_EQ(made.gaps[0].closed_share(), 0.9);
  EXPECT_TRUE(made.gaps[0].is_closed());
  EXPECT_EQ(made.gaps[0].queries[0].query.text, "redeem voucher") << "the most asked first";
  EXPECT_FALSE(made.gaps[1].is_closed());
  EXPECT_EQ(made.answered, 2U);
  EXPECT_EQ(made.worse.size(), 1U);
  EXPECT_FALSE(ReplayedGap{}.is_closed()) << "nothing asked, nothing answered";
}

TEST(ReplaySummary, IsForPeople) {
  const auto text = to_text(summary());
  EXPECT_THAT(text, HasSubstr("the sources, held against generation 41\n"));
  EXPECT_THAT(text, HasSubstr("gap 12 [en] redeem voucher: closes, 2 of 3 searches are answered"));
  EXPECT_THAT(text, HasSubstr("  closed  \"redeem voucher\" [en]: en/billing/voucher\n"));
  EXPECT_THAT(text, HasSubstr("  closed  (a search that few made) [en]"));
  EXPECT_THAT(text, HasSubstr("gap 14 [en] wombat: stays open"));
  EXPECT_THAT(text, HasSubstr("1 of 2 answered searches get worse\n  worse  \"refund\""));
  EXPECT_THAT(text, HasSubstr("        1. Vouchers  [en/billing/voucher]  new\n"));
  EXPECT_THAT(text, HasSubstr("        2. Hub  [en/hub]  changed\n"));
}

TEST(ReplaySummary, IsForPrograms) {
  auto made = summary();
  made.problems.push_back({"is no date", "en/a.md:2", "write it as 2026-03-14"});
  const auto told = json::parse(to_json(made));
  EXPECT_EQ(told.at("gaps").at(0).at("closed"), true);
  EXPECT_EQ(told.at("gaps").at(0).at("queries").at(0).at("query"), "redeem voucher");
  EXPECT_EQ(told.at("gaps").at(0).at("queries").at(1).at("query"), nullptr);
  EXPECT_EQ(told.at("gaps").at(1).at("queries").at(0).at("reason"), "nothing_found");
  EXPECT_EQ(told.at("worse").at(0).at("before").at(0).at("article"), "en/billing/refund");
  EXPECT_EQ(told.at("worse").at(0).at("after").at(0).at("new"), true);
  EXPECT_EQ(told.at("answered"), 2);
  EXPECT_EQ(told.at("problems").at(0).at("where"), "en/a.md:2");
}

TEST(ReplaySummary, TellsNoTextThatFewAsked) {
  ReplayReport report;
  report.queries = {asked("my name is Ana", 12, 1, ReplayOutcome::open)};
  report.queries[0].query.is_shown = false;
  const auto made = summarise({{.id = 12}}, std::move(report));
  EXPECT_THAT(to_text(made), Not(HasSubstr("Ana")));
  EXPECT_THAT(to_json(made), Not(HasSubstr("Ana")));
}

}  // namespace
}  // namespace kb
