#include "server/insights/ticket_question.h"

#include <gmock/gmock.h>

#include "core/base/date.h"

namespace kb {
namespace {

using testing::HasSubstr;

Result<insights::ReportWish> asked(const TicketQuestion& question) {
  return ticket_wish(Config{}, question, *parse_time("2026-03-10T12:00:00Z"));
}

TEST(TicketQuestion, IsUnderstood) {
  const auto wish = asked(
      {.from = "2026-03-02", .to = "2026-03-08", .by = "team", .lang = "PT-br", .topic = "hub"});
  ASSERT_TRUE(wish) << to_line(wish.error());
  EXPECT_EQ(iso_date(wish->period.from), "2026-03-02");
  EXPECT_EQ(iso_date(wish->period.until), "2026-03-09");
  EXPECT_EQ(wish->by, insights::Dimension::team);
  EXPECT_EQ(wish->lang, "pt-BR");
  EXPECT_EQ(wish->topic, "hub");
}

TEST(TicketQuestion, IsOfTheLastFourWeeksByDefault) {
  EXPECT_EQ(insights::days(asked({})->period), 28);
}

TEST(TicketQuestion, SaysWhatIsWrong) {
  EXPECT_EQ(asked({.from = "monday"}).error().where, "from, to");
  EXPECT_EQ(asked({.by = "teams"}).error().where, "by");
  EXPECT_THAT(asked({.by = "teams"}).error().hint, HasSubstr("team"));
  EXPECT_EQ(asked({.lang = "!!"}).error().where, "lang");
}

TEST(TicketQuestion, IsReadFromAnAddress) {
  http::Request request;
  request.parameters = {{"from", "2026-03-02"}, {"topic", "hub"}};
  const auto question = ticket_question_of(request);
  EXPECT_EQ(question.from, "2026-03-02");
  EXPECT_EQ(question.topic, "hub");
  EXPECT_EQ(question.by, "");
}

}  // namespace
}  // namespace kb
