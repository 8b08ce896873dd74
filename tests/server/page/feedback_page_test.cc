#include "server/page/feedback_page.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

FeedbackPage sample(const std::string& lang, FeedbackStep step) {
  FeedbackPage page{.site = sample_site(lang), .step = step};
  page.site.contact_url = "/help/" + lang + "/contact";
  page.vote = {.action = "/help/" + lang + "/feedback",
               .object = lang + "/billing/refund & co",
               .trail = "sealed<",
               .query_id = "q1",
               .survey_url = "/help/" + lang + "/survey?about=article"};
  page.article.title = "Get a <refund>";
  page.article.url = "/help/" + lang + "/a/billing/refund";
  page.search = {"late & parcel", "/help/" + lang + "/search?q=late&t=sealed"};
  page.watch_url = "/help/" + lang + "/watch?article=refund";
  return page;
}

constexpr auto kSteps = {FeedbackStep::asked, FeedbackStep::helped, FeedbackStep::not_helped,
                         FeedbackStep::told};

TEST(FeedbackPage, KeepsTheRulesInEveryLanguageAtEveryStep) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    for (const auto step : kSteps) {
      const auto html = render(renderer(), sample(lang, step));
      EXPECT_EQ(broken_rules(html), "") << lang;
      EXPECT_THAT(html, HasSubstr("noindex"));
      EXPECT_THAT(html, HasSubstr("Get a &lt;refund&gt;"));
    }
}

TEST(FeedbackPage, SendsAlongWhatTheVoteIsAbout) {
  for (const auto step : kSteps) {
    const auto html = render(renderer(), sample("en", step));
    EXPECT_THAT(html, HasSubstr(R"(<form method="post" action="/help/en/feedback")"));
    EXPECT_THAT(html, HasSubstr(R"(name="object" value="en/billing/refund &amp; co">)"));
    EXPECT_THAT(html, HasSubstr(R"(name="t" value="sealed&lt;">)"));
    EXPECT_THAT(html, HasSubstr(R"(name="query_id" value="q1">)"));
  }
}

TEST(FeedbackPage, AsksYesOrNo) {
  const auto html = render(renderer(), sample("en", FeedbackStep::asked));
  EXPECT_THAT(html, HasSubstr("Did this answer your question?</h1>"));
  EXPECT_THAT(html, HasSubstr(R"(name="vote" value="yes">Yes</button>)"));
  EXPECT_THAT(html, HasSubstr(R"(name="vote" value="no">No</button>)"));
  EXPECT_THAT(html, Not(HasSubstr("Other ways")));
}

TEST(FeedbackPage, AfterAYesLeavesTheReaderInPeace) {
  const auto html = render(renderer(), sample("en", FeedbackStep::helped));
  EXPECT_THAT(html, HasSubstr("data-helped"));
  EXPECT_THAT(html, HasSubstr(R"(name="vote" value="no">On second thought)"));
  EXPECT_THAT(html, HasSubstr(R"(<noscript><p><a href="/help/en/survey?about=article">)"));
  EXPECT_THAT(html, Not(HasSubstr("Other ways")));
  EXPECT_THAT(html, Not(HasSubstr("<textarea")));
}

TEST(FeedbackPage, AfterANoAsksWhatWasMissingAndShowsOtherWays) {
  const auto html = render(renderer(), sample("en", FeedbackStep::not_helped));
  for (const auto& reason : kReasons)
    EXPECT_THAT(html, HasSubstr("name=\"reason\" value=\"" + std::string(reason.name) + "\">"));
  EXPECT_THAT(html, HasSubstr(R"(name="note" rows="3" maxlength="1000")"));
  EXPECT_THAT(html, HasSubstr("Other results for “late &amp; parcel”"));
  EXPECT_THAT(html, HasSubstr(R"(<li><a href="/help/en/contact">)"));
  EXPECT_THAT(html, HasSubstr(R"(<a href="/help/en/watch?article=refund">)"));
  EXPECT_THAT(html, HasSubstr(R"(name="vote" value="yes">It did help after all)"));
}

TEST(FeedbackPage, SaysNothingOfWaysThatThereAreNot) {
  auto page = sample("en", FeedbackStep::told);
  page.search = {};
  page.watch_url.clear();
  page.site.contact_url.clear();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("Other ways")));
}

TEST(FeedbackPage, ShowsAgainWhatWasSentAndWhatIsWrongWithIt) {
  auto page = sample("en", FeedbackStep::not_helped);
  page.fault = FeedbackFault::note_too_long;
  page.reason = "unclear";
  page.note = "\nI read </textarea> it twice";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("1,000 characters"));
  EXPECT_THAT(html, HasSubstr(R"(value="unclear" checked>)"));
  EXPECT_THAT(html, HasSubstr(">\n\nI read &lt;/textarea&gt; it twice</textarea>"));
  page.fault = FeedbackFault::no_reason;
  EXPECT_THAT(render(renderer(), page), HasSubstr("Choose what was missing"));
  page.step = FeedbackStep::asked;
  page.fault = FeedbackFault::no_vote;
  EXPECT_THAT(render(renderer(), page), HasSubstr("Choose yes or no."));
}

TEST(VoteModel, HoldsWhatTheFormSends) {
  const auto model = vote_model({.action = "/en/feedback", .object = "en/a"});
  EXPECT_EQ(model["action"], "/en/feedback");
  EXPECT_EQ(model["object"], "en/a");
  EXPECT_EQ(model["trail"], "");
}

}  // namespace
}  // namespace kb::page
