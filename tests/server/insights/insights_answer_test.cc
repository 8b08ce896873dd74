#include "server/insights/insights_answer.h"

#include "tests/server/insights/insights_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class InsightsAnswer : public InsightsFixture {};

TEST_F(InsightsAnswer, SaysThatThereIsNothingYet) {
  const auto page = get("/writer/insights", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("There are no figures of this period yet."));
  EXPECT_THAT(page.body, HasSubstr("the day after the first visit"));
  EXPECT_THAT(page.body, Not(HasSubstr("<table>")));
}

TEST_F(InsightsAnswer, ShowsFiguresWithWhatTheyMean) {
  put_visits();
  const auto page = get("/writer/insights?from=2026-03-02&to=2026-03-08&by=article", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("25.0 % to 50.0 %*"));
  EXPECT_THAT(page.body, HasSubstr("The truth lies between the two."));
  EXPECT_THAT(page.body, HasSubstr("<bdi>en/billing/refund</bdi>"));
  EXPECT_THAT(page.body, HasSubstr("<bdi>late &lt;parcel&gt;</bdi>"));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"article\" selected>"));
  EXPECT_THAT(page.body, HasSubstr("compared with February 23, 2026"));
}

TEST_F(InsightsAnswer, LinksToTheSameFiguresForPrograms) {
  put_visits();
  const auto page = get("/writer/insights?lang=en&category=billing&by=lang&step=week", mihai);
  EXPECT_THAT(page.body,
              HasSubstr("href=\"/api/v1/insights?from=2026-02-10&amp;to=2026-03-09&amp;lang=en"
                        "&amp;category=billing&amp;by=lang&amp;step=week&amp;format=csv\""));
  EXPECT_THAT(page.body, HasSubstr("href=\"/writer/insights?from=2026-03-03&amp;to=2026-03-09"
                                   "&amp;lang=en"));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"billing\" selected>"));
}

TEST_F(InsightsAnswer, SaysWhatIsWrongAndShowsTheUsual) {
  const auto page = get("/writer/insights?from=<b>", mihai);
  EXPECT_EQ(page.status, 400);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("not a day: &apos;&lt;b&gt;&apos;"));
  EXPECT_THAT(page.body, HasSubstr("value=\"2026-02-10\""));
}

TEST_F(InsightsAnswer, IsInTheLanguageOfTheBrowser) {
  put_visits();
  for (const auto* lang : {"ar", "de", "ja", "pl", "ru"}) {
    const auto page = answer(request("/writer/insights?from=2026-03-02&to=2026-03-08", mihai,
                                     {{"Accept-Language", lang}}));
    EXPECT_EQ(page::broken_rules(page.body), "") << lang;
    EXPECT_THAT(page.body, Not(HasSubstr(">insights."))) << lang;
  }
}

TEST_F(InsightsAnswer, IsForWriters) {
  EXPECT_EQ(get("/writer/insights", logged_in("ana", Role::agent)).status, 403);
  EXPECT_EQ(get("/writer/insights").status, 303);
  EXPECT_THAT(get("/writer", mihai).body, HasSubstr("href=\"/writer/insights\""));
}

}  // namespace
}  // namespace kb
