#include "server/page/gap_queue_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;

GapQueuePage queue_sample(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/gaps",
          .tabs = {{"open", "/help/writer/gaps?state=open", 1, true},
                   {"mine", "/help/writer/gaps?state=mine", 0, false},
                   {"", "/help/writer/gaps?state=", 1, false}},
          .state = "open",
          .languages = {"en", "pl"},
          .lang = "pl",
          .made = Time(std::chrono::seconds(1780000000)),
          .days = 28,
          .count = 1,
          .gaps = {{.label = "Zwrot <kosztów>",
                    .lang = "pl",
                    .url = "/help/writer/gaps/7",
                    .owner = "ana",
                    .due = Time(std::chrono::seconds(1780000000)),
                    .overdue = true,
                    .diagnosis = "vocabulary",
                    .reasons = {{"no_results", 12, ""}, {"synonym", 4, "refundacja"}},
                    .trend = "new",
                    .customers = 12,
                    .by_day = {1, 2, 3},
                    .samples = {"zwrot kasy"},
                    .work_url = "/help/writer/synonyms"}},
          .csv_url = "/help/api/v1/gaps?format=csv",
          .json_url = "/help/api/v1/gaps",
          .feed_url = "/help/api/v1/gaps/feed.atom"};
}

TEST(GapQueuePage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    EXPECT_EQ(broken_rules(render(renderer(), queue_sample(lang))), "") << lang;
}

TEST(GapQueuePage, ShowsAGapAtAGlance) {
  const auto html = render(renderer(), queue_sample("en"));
  EXPECT_THAT(html, HasSubstr("lang=\"pl\" dir=\"ltr\">Zwrot &lt;kosztów&gt;</a>"));
  EXPECT_THAT(html, HasSubstr("Other words"));
  EXPECT_THAT(html, HasSubstr("Customers: 12"));
  EXPECT_THAT(html, HasSubstr("aria-label=\"Customers a day over 3 days"));
  EXPECT_THAT(html, HasSubstr("overdue"));
  EXPECT_THAT(html, HasSubstr("zwrot kasy"));
  EXPECT_THAT(html, HasSubstr("href=\"/help/writer/synonyms\">Review the synonym</a>"));
  EXPECT_THAT(html, HasSubstr("<option value=\"pl\" selected>Polish</option>"));
}

TEST(GapQueuePage, SaysWhyThereAreNone) {
  using Empty = GapQueuePage::Empty;
  const std::pair<Empty, std::string> cases[] = {{Empty::not_yet, "have not been found yet"},
                                                 {Empty::no_events, "Nobody has searched"},
                                                 {Empty::none, "Good news"},
                                                 {Empty::none_chosen, "Choose another state"}};
  for (const auto& [empty, words] : cases) {
    auto page = queue_sample("en");
    page.gaps.clear();
    page.empty = empty;
    EXPECT_THAT(render(renderer(), page), HasSubstr(words));
  }
}

TEST(GapQueuePage, SaysThatItIsOld) {
  auto page = queue_sample("en");
  page.problem = "the index is <away>";
  EXPECT_THAT(render(renderer(), page), HasSubstr("last known: the index is &lt;away&gt;"));
}

}  // namespace
}  // namespace kb::page
