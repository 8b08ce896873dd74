#include "server/page/review_queue_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;

ReviewQueuePage sample_review_queue(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/review",
          .languages = {"en", "pl"},
          .topics = {"refund"},
          .lang = "pl",
          .count = 1,
          .questions = {{.title = "Gdzie jest <paczka>?",
                         .lang = "pl",
                         .url = "/help/writer/review/desk/1",
                         .count = 80,
                         .satisfaction = 4.25,
                         .topic = "refund",
                         .state = "review.state_waiting",
                         .nearest = "Track a parcel",
                         .nearest_url = "/help/pl/a/track"}},
          .paging = {.next_url = "/help/writer/review?page=2"}};
}

TEST(ReviewQueuePage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    EXPECT_EQ(broken_rules(render(renderer(), sample_review_queue(lang))), "") << lang;
}

TEST(ReviewQueuePage, ShowsEachQuestionInItsLanguage) {
  const auto html = render(renderer(), sample_review_queue("en"));
  EXPECT_THAT(html, HasSubstr("lang=\"pl\" dir=\"ltr\">Gdzie jest &lt;paczka&gt;?</a>"));
  EXPECT_THAT(html, HasSubstr("Asked 80 times"));
  EXPECT_THAT(html, HasSubstr("satisfaction 4.2 of 5"));
  EXPECT_THAT(html, HasSubstr("<option value=\"pl\" selected>Polish</option>"));
  EXPECT_THAT(html, HasSubstr("Approved once"));
  EXPECT_THAT(html, HasSubstr("page=2"));
}

}  // namespace
}  // namespace kb::page
