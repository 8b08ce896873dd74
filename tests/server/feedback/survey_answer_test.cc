#include "server/feedback/survey_answer.h"

#include <set>

#include "tests/server/feedback/feedback_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Survey : public FeedbackFixture {};

std::set<std::string> scales_asked(std::string_view about) {
  std::set<std::string> sets;
  for (int request = 0; request < 200; ++request) {
    std::string names;
    for (const auto& question : questions_about(about, std::to_string(request)))
      names += (names.empty() ? "" : " ") + std::string(question.scale->name);
    sets.insert(names);
  }
  return sets;
}

TEST(QuestionsAbout, AContactAreHowEasyItWasAndOneMore) {
  EXPECT_THAT(scales_asked("contact"),
              ElementsAre("effort confidence", "effort satisfaction", "effort value"));
}

TEST(QuestionsAbout, AnArticleAreOneOfAll) {
  EXPECT_THAT(scales_asked("article"),
              ElementsAre("confidence", "effort", "satisfaction", "value"));
}

TEST(QuestionsAbout, TheSameRequestAreTheSame) {
  EXPECT_EQ(questions_about("contact", "4f1d").back().scale,
            questions_about("contact", "4f1d").back().scale);
}

TEST_F(Survey, NotesThatItAsked) {
  const auto page = get("/en/survey?about=contact");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.cache_control, "no-store");
  EXPECT_THAT(page.body, HasSubstr("It was easy to solve my problem."));
  ASSERT_EQ(events().size(), 2U);
  EXPECT_EQ(noted().front(), R"(surveyed  effort 0 {"about":"contact"})");
  EXPECT_EQ(events().back().value, 0);
}

TEST_F(Survey, NotesTheAnswers) {
  const auto answer = send(
      "/en/survey",
      {{"about", "contact"}, {"ask", "effort"}, {"effort", "6"}, {"ask", "value"}, {"value", "7"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_THAT(noted(), ElementsAre(R"(surveyed  effort 6 {"about":"contact"})",
                                   R"(surveyed  value 7 {"about":"contact"})"));
  const auto thanks = get(header(answer, "Location"));
  EXPECT_THAT(thanks.body, HasSubstr("Thank you for your answer"));
  EXPECT_EQ(events().size(), 2U) << "thanks ask nothing";
}

TEST_F(Survey, KnowsWhichArticleItIsAbout) {
  get("/en/survey?about=article&object=pl/billing/refund");
  send("/en/survey", {{"about", "article"},
                      {"object", "pl/billing/refund"},
                      {"ask", "satisfaction"},
                      {"satisfaction", "5"}});
  ASSERT_EQ(events().size(), 2U);
  for (const auto& event : events()) {
    EXPECT_EQ(event.object, "pl/billing/refund");
    EXPECT_EQ(event.lang, "pl");
    EXPECT_EQ(event.category, "billing");
  }
}

// An article that went, or never was: the answer is worth having without it.
TEST_F(Survey, DoesWithoutAnArticleThatThereIsNot) {
  EXPECT_EQ(get("/en/survey?object=en/crew&about=else").status, 200);
  EXPECT_EQ(events().front().object, "");
  EXPECT_EQ(events().front().detail, R"({"about":"article"})");
}

TEST_F(Survey, NeedsNotEveryAnswer) {
  EXPECT_EQ(
      send("/en/survey",
           {{"about", "contact"}, {"ask", "effort"}, {"ask", "confidence"}, {"confidence", "1"}})
          .status,
      303);
  EXPECT_THAT(noted(), ElementsAre(R"(surveyed  confidence 1 {"about":"contact"})"));
}

TEST_F(Survey, RefusesWhatIsNoMarkAndKeepsTheRest) {
  for (const auto* mark : {"0", "8", "-1", "1e9", "6 ", "six", "99999999999999999999"}) {
    const auto answer = send("/en/survey", {{"about", "contact"},
                                            {"ask", "effort"},
                                            {"effort", mark},
                                            {"ask", "value"},
                                            {"value", "3"}});
    EXPECT_EQ(answer.status, 400) << mark;
    EXPECT_THAT(answer.body, HasSubstr(R"(name="value" value="3" checked)"));
    EXPECT_THAT(answer.body, HasSubstr("role=\"alert\""));
  }
  EXPECT_EQ(send("/en/survey", {{"ask", "satisfaction"}, {"satisfaction", "6"}}).status, 400)
      << "five is the most";
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(Survey, AsksAgainWhereNothingWasChosen) {
  const auto answer = send("/en/survey", {{"about", "contact"}, {"ask", "value"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("I can do more with the product now."));
  EXPECT_THAT(answer.body, Not(HasSubstr("It was easy")));
  for (const auto& fields :
       {Fields{}, Fields{{"ask", "hacked"}, {"hacked", "3"}}, Fields{{"effort", "3"}}})
    EXPECT_EQ(send("/en/survey", fields).status, 400);
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(Survey, TakesEachScaleOnceAndTwoAtMost) {
  const auto answer = send("/en/survey", {{"ask", "effort"},
                                          {"ask", "effort"},
                                          {"effort", "4"},
                                          {"ask", "value"},
                                          {"value", "4"},
                                          {"ask", "confidence"},
                                          {"confidence", "4"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(events().size(), 2U);
}

TEST_F(Survey, CountsWhoAsksNotToBeTrackedWithoutTies) {
  send("/en/survey", {{"ask", "effort"}, {"effort", "2"}}, {{"Sec-GPC", "1"}});
  ASSERT_EQ(events().size(), 1U);
  EXPECT_EQ(events().front().visitor, 0);
  EXPECT_EQ(events().front().value, 2);
}

TEST_F(Survey, IsNotThereInAPreviewNorForOtherSites) {
  EXPECT_EQ(
      send("/en/survey", {{"ask", "effort"}, {"effort", "2"}}, {{"Origin", "https://evil.example"}})
          .status,
      403);
  center.is_preview = true;
  center.start();
  center.refresh();
  EXPECT_EQ(get("/en/survey").status, 404);
}

}  // namespace
}  // namespace kb
