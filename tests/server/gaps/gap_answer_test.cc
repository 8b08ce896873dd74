// A gap's own page, through the router.

#include "server/gaps/gap_answers.h"
#include "tests/server/gaps/gap_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class GapAnswer : public GapFixture {};

TEST_F(GapAnswer, ShowsAGapThatWasNotFoundAgain) {
  const auto id = add("money <back>", {{"money back"}, {"refund me"}});
  const auto page = get(path(id), ana);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("money &lt;back&gt;</h1>"));
  EXPECT_THAT(page.body, HasSubstr("refund me"));
  EXPECT_THAT(page.body, HasSubstr("not asked any more"));
  EXPECT_THAT(page.body, HasSubstr("name=\"version\" value=\"1\""));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"ion\">"));
  EXPECT_THAT(page.body, HasSubstr("href=\"" + path(id) + "/draft\""));
}

// What few customers asked could tell who they are.
TEST_F(GapAnswer, HidesQuestionsThatFewMayHaveAsked) {
  center.site.config.insights.shown_from = 5;
  const auto id = add("money back", {{"refund me"}});
  EXPECT_THAT(get(path(id), ana).body, Not(HasSubstr("refund me")));
}

TEST_F(GapAnswer, NamesAGapWithoutALabelByItsNumber) {
  const auto id = add("");
  EXPECT_THAT(get(path(id), ana).body, HasSubstr("Gap " + std::to_string(id) + "</h1>"));
}

TEST_F(GapAnswer, KnowsNoOtherGaps) {
  for (const auto* which : {"999", "0", "-1", "7x", "x", "99999999999999999999"})
    EXPECT_EQ(get("/writer/gaps/" + std::string(which), ana).status, 404) << which;
}

TEST(GapNumber, IsDigitsAlone) {
  EXPECT_EQ(gap_number("7"), 7);
  for (const auto* text : {"", "0", "-7", "+7", " 7", "7 ", "7/draft"})
    EXPECT_FALSE(gap_number(text)) << text;
}

}  // namespace
}  // namespace kb
