#include "server/insights/visit_question.h"

#include <gtest/gtest.h>

#include "core/base/date.h"
#include "tests/core/insights/scenario.h"

namespace kb {
namespace {

using insights::at;
using insights::period;

TEST(VisitQuestion, IsOfTheUsualPeriodByDefault) {
  Config config;
  config.insights.shown_from = 7;
  const auto wish = visit_wish(config, {}, at("2026-03-20T12:00:00Z"));
  ASSERT_TRUE(wish) << to_line(wish.error());
  EXPECT_EQ(wish->period, period("2026-02-20", "2026-03-19"));
  EXPECT_EQ(wish->shown_from, 7);
  EXPECT_FALSE(wish->by || wish->step);
}

// At 22:30 UTC in March it is half past midnight in Bucharest: yesterday is the 20th there.
TEST(VisitQuestion, HasTheDaysOfTheSite) {
  Config config;
  config.insights.time_zone = "Europe/Bucharest";
  const auto wish = visit_wish(config, {}, at("2026-03-20T22:30:00Z"));
  ASSERT_TRUE(wish) << to_line(wish.error());
  EXPECT_EQ(wish->period.until, at("2026-03-21"));
}

TEST(VisitQuestion, IsTakenAsAsked) {
  const auto wish = visit_wish({},
                               {.from = "2026-03-01",
                                .to = "2026-03-31",
                                .by = "channel",
                                .step = "month",
                                .lang = "pt_br",
                                .category = "billing"},
                               at("2026-04-20T12:00:00Z"));
  ASSERT_TRUE(wish) << to_line(wish.error());
  EXPECT_EQ(wish->period, period("2026-03-01", "2026-03-31"));
  EXPECT_EQ(wish->by, insights::VisitDimension::channel);
  EXPECT_EQ(wish->step, insights::Step::month);
  EXPECT_EQ(wish->lang, "pt-BR");
  EXPECT_EQ(wish->category, "billing");
}

struct Case {
  VisitQuestion question;
  std::string_view where;
};
class WrongQuestion : public testing::TestWithParam<Case> {};

TEST_P(WrongQuestion, SaysWhere) {
  const auto wish = visit_wish({}, GetParam().question, at("2026-03-20T12:00:00Z"));
  ASSERT_FALSE(wish);
  EXPECT_EQ(wish.error().where, GetParam().where);
  EXPECT_NE(wish.error().hint, "");
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, WrongQuestion,
    testing::Values(Case{{.from = "monday"}, "from, to"},
                    Case{{.from = "2026-03-19", .to = "2026-03-01"}, "from, to"},
                    Case{{.by = "langs"}, "by"}, Case{{.step = "year"}, "step"},
                    Case{{.lang = "images"}, "lang"}));

TEST(VisitQuestionTimeZone, IsNamedWhereItIsUnknown) {
  Config config;
  config.insights.time_zone = "Europe/Nowhere";
  EXPECT_EQ(visit_wish(config, {}, at("2026-03-20")).error().where, "insights.time_zone");
}

}  // namespace
}  // namespace kb
