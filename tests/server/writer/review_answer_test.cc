// The page of one question, through the router.

#include "server/build_runner.h"
#include "server/writer/writer_answer.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using store::ReviewState;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ReviewAnswer : public WriterFixture {
 protected:
  ReviewAnswer() { put_questions(); }
};

TEST_F(ReviewAnswer, ShowsTheQuestionItsAnswersAndArticles) {
  const auto page = get(kReview, ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("the tracking page shows nothing"));
  EXPECT_THAT(page.body, HasSubstr("Asked 3 times"));
  EXPECT_THAT(page.body, HasSubstr("It is on its way."));
  EXPECT_THAT(page.body, HasSubstr("?answer=desk%2F"));  // another answer to begin with
  EXPECT_THAT(page.body, HasSubstr("value=\"en/delivery/track\""));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"delivery\" selected>"));
  EXPECT_EQ(header(page, "Cache-Control"), "");
  EXPECT_EQ(page.cache_control, "no-store");
}

TEST_F(ReviewAnswer, BeginsWithTheAnswerThatWasChosen) {
  const auto page = get(std::string(kReview) + "?answer=desk/2", ana);
  EXPECT_THAT(page.body, HasSubstr("\nIt is on its way.</textarea>"));
}

TEST_F(ReviewAnswer, IsForWritersAlone) {
  EXPECT_EQ(get(kReview).status, 303);
  EXPECT_EQ(get(kReview, logged_in("ion", Role::agent)).status, 403);
  EXPECT_EQ(get("/writer/review/desk/77", ana).status, 404);
}

TEST_F(ReviewAnswer, PublishesWhatIsApproved) {
  const auto done = post(kReview, fields("approve", seen()), ana);
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_EQ(header(done, "Location"), std::string(kReview) + "?done=review_approved");
  EXPECT_EQ(review("1")->state, ReviewState::approved);
  publish();
  const auto answer = center.get("/en/answers/where-is-my-parcel");
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, HasSubstr("An answer from our support team"));
  EXPECT_THAT(answer.body, HasSubstr("<li>Wait a week."));
  EXPECT_THAT(answer.body, Not(HasSubstr("desk/1")));  // where it comes from is the team's
  EXPECT_THAT(get(kReview, ana).body, HasSubstr("/en/answers/where-is-my-parcel"));
  EXPECT_THAT(get("/writer/review", ana).body, Not(HasSubstr(kReview)));
}

TEST_F(ReviewAnswer, RunsTheBuild) {
  BuildRunner builds({"/bin/true", {}}, center.site.clock, [](const auto&) {});
  center.builds = &builds;
  center.start();
  center.refresh();
  ASSERT_EQ(post(kReview, fields("approve", seen()), ana).status, 303);
  EXPECT_NE(builds.status().state, BuildRunner::State::idle);
  EXPECT_EQ(post(kReview, {{"do", "publish"}}, ana).status, 303);
  EXPECT_THAT(audit_log(), Contains("ana publish desk/1"));
}

TEST_F(ReviewAnswer, KeepsWhatWasTyped) {
  auto sent = with(with(fields("approve", seen()), "title", ""), "path", "a b");
  sent = with(sent, "answer", "</textarea><script>alert(1)</script>");
  const auto page = post(kReview, sent, ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Write a title."));
  EXPECT_THAT(page.body, HasSubstr("aria-describedby=\"review-path-hint review-path-fault\""));
  EXPECT_THAT(page.body, HasSubstr("&lt;/textarea&gt;&lt;script&gt;"));
  EXPECT_FALSE(review("1"));
}

TEST_F(ReviewAnswer, AsksAboutPersonalData) {
  auto sent = with(fields("approve", seen()), "answer", "Write to eve@example.com.");
  const auto page = post(kReview, sent, ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("name=\"keep\" value=\"eve@example.com\""));
  EXPECT_FALSE(review("1"));
  sent.push_back({"keep", "eve@example.com"});
  EXPECT_EQ(post(kReview, sent, ana).status, 303);
  EXPECT_THAT(answer_file("en/where-is-my-parcel.md"), HasSubstr("eve@example.com"));
}

// What is confirmed is the value that was seen, not whatever stands there now.
TEST_F(ReviewAnswer, AsksAboutEachValue) {
  auto sent = with(fields("save", seen()), "answer", "Write to bob@example.com.");
  sent.push_back({"keep", "eve@example.com"});
  EXPECT_EQ(post(kReview, sent, ana).status, 422);
}

TEST_F(ReviewAnswer, PublishesNoPlaceholder) {
  const auto sent = with(fields("approve", seen()), "answer", "Write to «e-mail».");
  const auto page = post(kReview, sent, ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Customers cannot make sense of these placeholders"));
  EXPECT_EQ(post(kReview, with(sent, "do", "save"), ana).status, 303);
}

TEST_F(ReviewAnswer, TakesNoAddressTwice) {
  center.site.write("en/where-is-my-parcel.md", "# Taken\n");
  publish();
  const auto page = post(kReview, fields("approve", seen()), ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Another text has this address."));
}

TEST_F(ReviewAnswer, TellsWhoWasFaster) {
  const auto before = seen();
  ASSERT_EQ(post(kReview, with(fields("reject", before), "note", "Too rare."), mihai).status, 303);
  const auto page = post(kReview, fields("approve", before), ana);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("mihai"));
  EXPECT_THAT(page.body, HasSubstr("changed this question while you had it open"));
  EXPECT_EQ(review("1")->state, ReviewState::rejected);
  EXPECT_EQ(answer_file("en/where-is-my-parcel.md"), "");
}

TEST_F(ReviewAnswer, ScriptsDoNotRun) {
  auto sent = with(fields("approve", seen()), "answer",
                   "<script>alert(1)</script><img src=x onerror=alert(1)> ok");
  sent = with(sent, "title", "\"\naudience: agents\n---\n<script>x");
  ASSERT_EQ(post(kReview, sent, ana).status, 303);
  publish();
  const auto answer = center.get("/en/answers/where-is-my-parcel");
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(answer.body, Not(HasSubstr("onerror")));
  EXPECT_THAT(answer.body, Not(HasSubstr("<script>x")));
}

TEST_F(ReviewAnswer, MergesAsADraftBesideTheArticle) {
  const auto sent = with(fields("merge", seen()), "article", "en/delivery/track");
  ASSERT_EQ(post(kReview, sent, ana).status, 303);
  const auto file = center.site.content() / "en/delivery/track-from-desk-1.md";
  const auto draft = read_file(file);
  ASSERT_TRUE(draft) << to_line(draft.error());
  EXPECT_THAT(*draft, HasSubstr("- [When it shows nothing](track.md#nothing)"));
  EXPECT_THAT(get(kReview, ana).body, HasSubstr("track-from-desk-1.md"));
  publish();
  EXPECT_EQ(center.get("/en/a/delivery/track-from-desk-1").status, 404);
}

TEST_F(ReviewAnswer, RejectsWithAReason) {
  EXPECT_EQ(post(kReview, fields("reject", seen()), ana).status, 422);
  const auto sent = with(fields("reject", seen()), "note", "Only one customer’s case.");
  ASSERT_EQ(post(kReview, sent, ana).status, 303);
  const auto page = get(kReview, ana);
  EXPECT_THAT(page.body, HasSubstr("Only one customer’s case."));
  const auto reopened = post(kReview, {{"do", "reopen"}, {"seen", seen_in(page)}}, mihai);
  EXPECT_EQ(reopened.status, 303);
  EXPECT_EQ(review("1")->state, ReviewState::saved);
}

TEST_F(ReviewAnswer, KeepsOneRatingOfEachPerson) {
  const StaffFixture::Fields marks = {
      {"do", "rate"}, {"correct", "5"}, {"complete", "4"}, {"clear", "3"}, {"tone", "2"}};
  EXPECT_EQ(post(kReview, with(marks, "tone", "9"), ana).status, 422);
  EXPECT_EQ(post(kReview, marks, ana).status, 303);
  EXPECT_THAT(get(kReview, ana).body, HasSubstr("Correct: 5 · Complete: 4 · Clear: 3 · Tone: 2"));
  EXPECT_EQ(post(kReview, marks, ana).status, 422);
  EXPECT_THAT(get(kReview, mihai).body, Not(HasSubstr("Correct: 5")));
}

TEST_F(ReviewAnswer, DoesNothingElse) {
  EXPECT_EQ(post(kReview, fields("delete", seen()), ana).status, 404);
  EXPECT_EQ(answer(form(kReview, fields("approve", seen()), ana)).status, 403);  // no token
}

TEST_F(ReviewAnswer, NeedsASourceForAnswers) {
  center.site.config.sources.pop_back();
  const auto page = post(kReview, fields("approve", seen()), ana);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("no source is for approved answers"));
}

}  // namespace
}  // namespace kb
