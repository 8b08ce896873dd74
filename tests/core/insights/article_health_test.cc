#include "core/insights/article_health.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  std::string_view what;
  HealthWish wish;
  std::string_view reasons;
};

std::string reasons_of(const HealthWish& wish) {
  std::string reasons;
  for (const auto& finding : article_health(wish))
    reasons += (reasons.empty() ? "" : " ") + std::string(health_reason_name(finding.reason)) +
               "=" + std::to_string(finding.count);
  return reasons;
}

class ArticleHealth : public testing::TestWithParam<Case> {};

TEST_P(ArticleHealth, HasReasons) {
  EXPECT_EQ(reasons_of(GetParam().wish), GetParam().reasons) << GetParam().what;
}

const ArticleUse kRead{.views = 40, .visitors = 30, .reads = 20, .shown = 50, .clicks = 9};

INSTANTIATE_TEST_SUITE_P(
    Cases, ArticleHealth,
    testing::Values(
        Case{"nothing is known", {}, ""},
        Case{"all is well", {.use = kRead, .age_days = 100, .known_days = 400}, ""},
        Case{"old and read", {.use = kRead, .age_days = 365}, "outdated=365"},
        Case{"not quite old", {.use = kRead, .age_days = 364}, ""},
        Case{"old, and nobody reads it: counted for too short",
             {.age_days = 800, .known_days = 89},
             ""},
        Case{"never read", {.age_days = 800, .known_days = 90}, "never_read=90"},
        Case{"new, so not read yet", {.age_days = 20, .known_days = 400}, ""},
        Case{"of unknown age, never read", {.known_days = 400}, "never_read=90"},
        Case{"shown, never clicked",
             {.use = {.views = 1, .visitors = 1, .shown = 10}, .known_days = 90},
             "never_found=10"},
        Case{"read by links alone",
             {.use = {.views = 12, .visitors = 10}, .known_days = 90},
             "never_found=0"},
        Case{"not meant to be found",
             {.use = {.views = 12, .visitors = 10}, .known_days = 90, .is_findable = false},
             ""},
        Case{"too few to say",
             {.use = {.views = 12, .visitors = 9, .shown = 9}, .known_days = 90},
             ""},
        // 48 of 80 were happy, now 20 of 70: 60 % and 29 %.
        Case{
            "fewer are happy",
            {.use = {.votes_yes = 20, .votes_no = 50}, .before = {.votes_yes = 48, .votes_no = 32}},
            "falling=50"},
        Case{"may be chance",
             {.use = {.votes_yes = 5, .votes_no = 5}, .before = {.votes_yes = 7, .votes_no = 3}},
             ""},
        Case{"few votes",
             {.use = {.votes_yes = 0, .votes_no = 9}, .before = {.votes_yes = 48, .votes_no = 0}},
             ""},
        Case{"leads to the form",
             {.use = {.reads = 40, .went_to_contact = 20},
              .others = {.reads = 400, .went_to_contact = 40}},
             "leads_to_contact=20"},
        Case{"as others do",
             {.use = {.reads = 40, .went_to_contact = 5},
              .others = {.reads = 400, .went_to_contact = 40}},
             ""},
        Case{"flags and links", {.flags = 2, .broken_links = 3}, "broken_links=3 flagged=2"}));

TEST(ArticleHealthFinding, HasBothShares) {
  const HealthWish wish{.use = {.votes_yes = 20, .votes_no = 50},
                        .before = {.votes_yes = 48, .votes_no = 32}};
  const auto findings = article_health(wish);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].now, (Share{20, 70}));
  EXPECT_EQ(findings[0].held_against, (Share{48, 80}));
}

TEST(HealthReasonName, IsReadAgain) {
  EXPECT_EQ(parse_health_reason("never_found"), HealthReason::never_found);
  EXPECT_EQ(parse_health_reason("tired"), std::nullopt);
}

}  // namespace
}  // namespace kb::insights
