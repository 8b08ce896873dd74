// The review queue, through the router.

#include "server/writer/writer_answer.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class QueueAnswer : public WriterFixture {};

TEST_F(QueueAnswer, SaysThatThereIsNothing) {
  for (const bool indexed : {false, true}) {
    if (indexed) publish();
    const auto page = get("/writer/review", ana);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("No question waits for a decision."));
  }
}

TEST_F(QueueAnswer, ListsQuestionsWithTheNearestArticle) {
  put_questions();
  const auto page = get("/writer/review", ana);
  EXPECT_THAT(page.body, HasSubstr("href=\"/writer/review/desk/1\""));
  EXPECT_THAT(page.body, HasSubstr("Asked 3 times"));
  EXPECT_THAT(page.body, HasSubstr(">Track a parcel</a>"));
  EXPECT_LT(page.body.find("review/desk/1"), page.body.find("review/desk/9"));
}

TEST_F(QueueAnswer, IsChosenFrom) {
  put_questions();
  EXPECT_THAT(get("/writer/review?least=2", ana).body, Not(HasSubstr("review/desk/9")));
  const auto none = get("/writer/review?lang=en&topic=nothing&least=x&page=-3", ana);
  EXPECT_EQ(none.status, 200);
  EXPECT_THAT(none.body, HasSubstr("No question waits"));
}

TEST_F(QueueAnswer, GoesOnOverPages) {
  std::vector<Ticket> many;
  for (int i = 0; i < 25; ++i) {
    const std::string word(3, static_cast<char>('a' + i));
    many.push_back(
        ticket(std::to_string(100 + i),
               "The " + word + " of my " + word + word + " makes a " + word + "ing noise?",
               "Answer " + word));
  }
  put(many);
  publish();
  const auto first = get("/writer/review", ana);
  EXPECT_THAT(first.body, HasSubstr("page=2"));
  const auto second = get("/writer/review?page=2", ana);
  EXPECT_THAT(second.body, HasSubstr("page=1"));
  EXPECT_THAT(second.body, Not(HasSubstr("page=3")));
}

}  // namespace
}  // namespace kb
