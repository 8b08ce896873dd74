#include "server/page/review_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

ReviewPage sample_review(const std::string& lang) {
  ReviewPage page{.staff = sample_staff(lang),
                  .queue_url = "/help/writer/review",
                  .action = "/help/writer/review/desk/1",
                  .seen = "none",
                  .title = "Where is my <parcel>?",
                  .lang = "en",
                  .question = {{"Write to ", false}, {"«e-mail»", true}},
                  .answers = {{.ticket = "desk/1", .text = {{"Soon.", false}}, .chosen = true},
                              {.ticket = "desk/2",
                               .text = {{"Late.", false}},
                               .satisfaction = 3,
                               .choose_url = "/help/writer/review/desk/1?answer=desk%2F2"}},
                  .articles = {{.key = "en/track",
                                .title = "Track",
                                .lang = "en",
                                .url = "/t",
                                .snippet_html = "a <mark>parcel</mark>"}},
                  .members = {{"desk/1", Time{}}},
                  .count = 80,
                  .redacted = {{"e-mail", 2}},
                  .rating = RatingForm{.action = "/help/writer/review/desk/1"}};
  page.fields.answer = "</textarea><script>";
  page.categories = {{"delivery", "Delivery", true}};
  return page;
}

ReviewPage faulty(const std::string& lang) {
  auto page = sample_review(lang);
  page.faults = {{"title", "review.fault_title"},   {"path", "review.fault_taken"},
                 {"note", "review.fault_reason"},   {"article", "review.fault_article"},
                 {"answer", "review.fault_answer"}, {"question", "review.fault_long"}};
  page.values = {{"eve@example.com", "e-mail", true}};
  page.placeholders = {"«phone»"};
  page.changed_by = "mihai";
  return page;
}

TEST(ReviewPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_review(lang))), "") << lang;
    EXPECT_EQ(broken_rules(render(renderer(), faulty(lang))), "") << lang;
  }
}

TEST(ReviewPage, MarksPlaceholdersAndEscapesWords) {
  const auto html = render(renderer(), sample_review("en"));
  EXPECT_THAT(html, HasSubstr("Write to <mark>«e-mail»</mark>"));
  EXPECT_THAT(html, HasSubstr("Where is my &lt;parcel&gt;?</h1>"));
  EXPECT_THAT(html, HasSubstr("&lt;/textarea&gt;&lt;script&gt;</textarea>"));
  EXPECT_THAT(html, HasSubstr("e-mail: 2"));
}

TEST(ReviewPage, TellsFaultsAtTheirFields) {
  const auto html = render(renderer(), faulty("en"));
  EXPECT_THAT(html, HasSubstr("id=\"review-title-fault\">Write a title."));
  EXPECT_THAT(html, HasSubstr("aria-describedby=\"review-title-fault\""));
  EXPECT_THAT(html, HasSubstr("value=\"eve@example.com\" checked"));
  EXPECT_THAT(html, HasSubstr("changed this question while you had it open"));
}

TEST(ReviewPage, OffersNoDecisionOnceThereIsOne) {
  auto page = sample_review("en");
  page.open = false;
  page.state = "review.state_merged";
  page.who = "ana";
  page.when = Time{};
  page.draft_file = "content/en/track-from-desk-1.md";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, Not(HasSubstr("value=\"approve\"")));
  EXPECT_THAT(html, HasSubstr("content/en/track-from-desk-1.md"));
}

}  // namespace
}  // namespace kb::page
