#include "server/writer/answer_rating.h"

#include <gtest/gtest.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

Form form_of(const std::string& body) {
  auto request = HelpCenterFixture::request("/writer");
  request.method = "POST";
  request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
  request.body = body;
  return Form::parse(request).value();
}

TEST(AnswerRating, HasAMarkForEachCriterion) {
  const auto rating = rating_in(form_of("correct=5&complete=4&clear=3&tone=1&rating_note=ok"));
  ASSERT_TRUE(rating);
  EXPECT_EQ(rating->correct, 5);
  EXPECT_EQ(rating->complete, 4);
  EXPECT_EQ(rating->clear, 3);
  EXPECT_EQ(rating->tone, 1);
  EXPECT_EQ(rating->note, "ok");
}

TEST(AnswerRating, IsNoneWithoutAllOfThem) {
  for (const char* body :
       {"", "correct=5&complete=4&clear=3", "correct=6&complete=4&clear=3&tone=1",
        "correct=0&complete=4&clear=3&tone=1", "correct=5x&complete=4&clear=3&tone=1"})
    EXPECT_FALSE(rating_in(form_of(body))) << body;
}

TEST(AnswerRating, IsShownAgainAsItWasChosen) {
  page::RatingForm shown;
  put_back(form_of("correct=5&tone=2&rating_note=why"), shown);
  EXPECT_EQ(shown.marks, (std::array<int, 4>{5, 0, 0, 2}));
  EXPECT_EQ(shown.note, "why");
  EXPECT_EQ(shown.fault, "rating.fault");
}

}  // namespace
}  // namespace kb
