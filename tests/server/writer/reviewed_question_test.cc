#include "server/writer/reviewed_question.h"

#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

class ReviewedQuestionTest : public WriterFixture {
 protected:
  std::optional<ReviewedQuestion> find(const std::string& id) {
    const auto asked = request("/writer/review/desk/" + id, ana);
    const StaffRequest staff{center.center(), asked, {}, store()};
    auto found = find_question(staff, "desk", id);
    EXPECT_TRUE(found) << to_line(found.error());
    return found.value_or(std::nullopt);
  }
};

TEST_F(ReviewedQuestionTest, HasAllTicketsAndEachAnswerOnce) {
  put_questions();
  const auto question = find("2");
  ASSERT_TRUE(question);
  EXPECT_EQ(question->key(), "desk/1");
  EXPECT_EQ(question->count, 3U);
  EXPECT_EQ(question->members.size(), 3U);
  EXPECT_EQ(question->answers.size(), 2U);
}

TEST_F(ReviewedQuestionTest, StandsAloneWithoutAnIndex) {
  put({ticket("1", kParcel, "On its way.")});
  const auto question = find("1");
  ASSERT_TRUE(question);
  EXPECT_EQ(question->count, 1U);
  EXPECT_EQ(question->answers.size(), 1U);
}

TEST_F(ReviewedQuestionTest, IsNothingWithoutATicket) {
  EXPECT_FALSE(find("77"));
}

TEST_F(ReviewedQuestionTest, GoesUnderTheTicketThatWasBegun) {
  put_questions();
  ASSERT_TRUE(store().write([](store::Sql& sql) {
    return put_review(sql, {.source = "desk", .ticket = "3", .lang = "en", .who = "ana"});
  }));
  const auto question = find("1");
  ASSERT_TRUE(question && question->review);
  EXPECT_EQ(question->key(), "desk/3");
}

TEST_F(ReviewedQuestionTest, SumsWhatWasRedacted) {
  auto first = ticket("1", kParcel, "a");
  first.redacted = {{"e-mail", 2}};
  auto second = ticket("2", kParcel, "b");
  second.redacted = {{"e-mail", 1}, {"name", 1}};
  put({first, second});
  publish();
  EXPECT_THAT(find("1")->redacted,
              testing::ElementsAre(testing::Pair("e-mail", 3), testing::Pair("name", 1)));
}

}  // namespace
}  // namespace kb
