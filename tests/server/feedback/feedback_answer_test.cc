#include "server/feedback/feedback_answer.h"

#include <nlohmann/json.hpp>

#include "server/feedback/asked_article.h"
#include "tests/server/feedback/feedback_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using Kind = TrailStep::Kind;

constexpr auto kObject = "en/billing/refund";

class Feedback : public FeedbackFixture {
 protected:
  http::Response vote(const std::string& value, Fields more = {}) {
    more.push_back({"object", kObject});
    more.push_back({"vote", value});
    return send("/en/feedback", more);
  }
  http::Response tell(const std::string& reason, const std::string& note, Fields headers = {}) {
    return send("/en/feedback",
                {{"object", kObject}, {"vote", "no"}, {"reason", reason}, {"note", note}},
                std::move(headers));
  }
  std::string trail_token() {
    Trail trail;
    trail.add({Kind::searched, "en", "late & parcel"});
    trail.add({Kind::read, "en", "billing/refund"});
    return center.center().events->seal(trail);
  }
  std::vector<TrailStep> steps_of(const http::Response& response) {
    return center.center().events->trail_of(parameter_of(response, "t")).steps;
  }
};

TEST_F(Feedback, IsAskedForBelowAnArticle) {
  const auto page = get("/en/a/billing/refund").body;
  EXPECT_THAT(page, HasSubstr("Did this answer your question?"));
  EXPECT_THAT(page, HasSubstr(R"(action="/en/feedback")"));
  EXPECT_THAT(page, HasSubstr(R"(name="object" value="en/billing/refund">)"));
}

// In the reader's words, about the text that they read.
TEST_F(Feedback, IsAboutTheTextThatStandsIn) {
  center.site.config.site.fallback = {{"pl", {"ro"}}};
  const auto page = get("/pl/a/parcel").body;
  EXPECT_THAT(page, HasSubstr(R"(action="/pl/feedback")"));
  EXPECT_THAT(page, HasSubstr(R"(name="object" value="ro/parcel">)"));
}

TEST_F(Feedback, IsNotAskedForInAPreview) {
  center.is_preview = true;
  center.start();
  center.refresh();
  EXPECT_THAT(get("/en/a/billing/refund").body, Not(HasSubstr("/feedback")));
  EXPECT_EQ(get("/en/feedback?object=en/billing/refund").status, 404);
  EXPECT_EQ(vote("yes").status, 404);
}

TEST_F(Feedback, NotesAVoteAndGoesOn) {
  const auto answer = vote("yes");
  EXPECT_EQ(answer.status, 303);
  EXPECT_THAT(header(answer, "Location"),
              StartsWith("/en/feedback?object=en/billing/refund&vote=yes&t="));
  EXPECT_THAT(noted(), ElementsAre("voted en/billing/refund yes 0 "));
  EXPECT_EQ(events().front().lang, "en");
  EXPECT_EQ(events().front().category, "billing");
  EXPECT_NE(events().front().visitor, 0);
  const auto page = get(header(answer, "Location"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.cache_control, "no-store");
  EXPECT_THAT(page.body, HasSubstr("Good to hear that it helped"));
  EXPECT_EQ(events().size(), 1U) << "looking is no vote";
}

TEST_F(Feedback, AfterANoAsksWhatWasMissing) {
  const auto page = get(header(vote("no"), "Location"));
  EXPECT_THAT(page.body, HasSubstr("What was missing?"));
  const auto told = tell("outdated", "  The price is\r\nfrom 2024. \n");
  EXPECT_EQ(told.status, 303);
  EXPECT_EQ(parameter_of(told, "told"), "1");
  ASSERT_EQ(events().size(), 2U);
  const auto second = events().back();
  EXPECT_EQ(second.outcome, "no");
  EXPECT_EQ(
      json::parse(second.detail),
      (json{{"changes", true}, {"reason", "outdated"}, {"note", "The price is\nfrom 2024."}}));
  EXPECT_THAT(get(header(told, "Location")).body, HasSubstr("This helps to make the page better"));
}

TEST_F(Feedback, TakesAReasonOrAFewWordsAlone) {
  EXPECT_EQ(tell("unclear", "").status, 303);
  EXPECT_EQ(tell("", "Where is step 2?").status, 303);
  ASSERT_EQ(events().size(), 2U);
  EXPECT_EQ(json::parse(events()[0].detail), (json{{"changes", true}, {"reason", "unclear"}}));
  EXPECT_EQ(json::parse(events()[1].detail),
            (json{{"changes", true}, {"note", "Where is step 2?"}}));
}

TEST_F(Feedback, KeepsNoPersonalDataOfANote) {
  tell("not_my_case", "Write to ana.pop@example.com, error E-1042");
  const auto note = json::parse(events().front().detail)["note"].get<std::string>();
  EXPECT_THAT(note, Not(HasSubstr("ana.pop")));
  EXPECT_THAT(note, HasSubstr("E-1042"));
}

TEST_F(Feedback, CanBeChanged) {
  const auto no = vote("no", {{"t", trail_token()}});
  const auto yes = vote("yes", {{"t", parameter_of(no, "t")}});
  EXPECT_THAT(noted(),
              ElementsAre("voted en/billing/refund no 0 ", "voted en/billing/refund yes 0 "));
  EXPECT_THAT(steps_of(yes), ElementsAre(TrailStep{Kind::searched, "en", "late & parcel"},
                                         TrailStep{Kind::read, "en", "billing/refund"},
                                         TrailStep{Kind::helped, "en", "billing/refund"}));
}

TEST_F(Feedback, GoesIntoTheTrail) {
  EXPECT_THAT(steps_of(vote("no")),
              ElementsAre(TrailStep{Kind::not_helped, "en", "billing/refund"}));
  EXPECT_THAT(steps_of(vote("no", {{"t", "forged"}})),
              ElementsAre(TrailStep{Kind::not_helped, "en", "billing/refund"}));
}

TEST_F(Feedback, LeadsBackToTheSearch) {
  const auto page = get(header(vote("no", {{"t", trail_token()}}), "Location")).body;
  EXPECT_THAT(page, HasSubstr("Other results for “late &amp; parcel”"));
  EXPECT_THAT(page, HasSubstr(R"(href="/en/search?q=late+%26+parcel&amp;t=)"));
}

TEST_F(Feedback, OffersToTellWhereMailCanBeSent) {
  const auto url = header(vote("no"), "Location");
  EXPECT_THAT(get(url).body, Not(HasSubstr("/en/watch")));
  center.site.config.mail.smtp = "smtp://mail.example:587";
  EXPECT_THAT(get(url).body, HasSubstr(R"(href="/en/watch?article=en/billing/refund")"));
}

TEST_F(Feedback, KeepsTheSearchsIdIfItIsOurs) {
  const auto id = center.center().events->new_query_id();
  const auto answer = vote("no", {{"query_id", id}});
  EXPECT_EQ(events().front().query_id, id);
  EXPECT_EQ(parameter_of(answer, "query_id"), id);
  EXPECT_EQ(parameter_of(vote("no", {{"query_id", "q-forged"}}), "query_id"), "");
  EXPECT_EQ(events().back().query_id, "");
}

// Of who asks not to be tracked the vote is counted, tied to nobody; they are asked no more.
TEST_F(Feedback, CountsWhoAsksNotToBeTrackedAndKeepsNoMore) {
  for (const auto* name : {"DNT", "Sec-GPC"}) {
    const Fields quiet{{name, "1"}};
    const auto answer = send("/en/feedback", {{"object", kObject}, {"vote", "no"}}, quiet);
    EXPECT_EQ(answer.status, 303);
    EXPECT_THAT(get(header(answer, "Location"), quiet).body, Not(HasSubstr("<textarea")));
    EXPECT_EQ(tell("outdated", "Old", quiet).status, 303);
  }
  EXPECT_THAT(noted(),
              ElementsAre("voted en/billing/refund no 0 ", "voted en/billing/refund no 0 "));
  for (const auto& event : events()) EXPECT_EQ(event.visitor, 0);
}

TEST_F(Feedback, SaysWhatIsWrongAndLosesNothing) {
  struct Case {
    std::string vote, reason, note, said;
  };
  const std::string longest(1000, 'x');
  const std::vector<Case> cases = {
      {"maybe", "", "", "Choose yes or no."},
      {"", "outdated", "Old", "Choose yes or no."},
      {"no", "", "", "Choose what was missing"},
      {"no", "", " \n\t ", "Choose what was missing"},
      {"no", "hacked", "Kept all the same", "Kept all the same</textarea>"},
      {"no", "unclear", longest + "y", "1,000 characters"},
      {"no", "unclear", longest + "y", longest + "y</textarea>"},
      {"no", "unclear", longest + "y", R"(value="unclear" checked)"},
  };
  for (const auto& [vote, reason, note, said] : cases) {
    Fields fields{{"object", kObject}, {"vote", vote}};
    if (vote == "no") fields.insert(fields.end(), {{"reason", reason}, {"note", note}});
    const auto answer = send("/en/feedback", fields);
    EXPECT_EQ(answer.status, 400) << said;
    EXPECT_THAT(answer.body, HasSubstr(said));
    EXPECT_THAT(answer.body, HasSubstr("role=\"alert\""));
  }
  EXPECT_THAT(noted(), IsEmpty());
}

// Characters count, not bytes.
TEST_F(Feedback, TakesAThousandLettersOfAnyAlphabet) {
  std::string note;
  for (int i = 0; i < 1000; ++i) note += "ł";
  EXPECT_EQ(tell("", note).status, 303);
}

TEST_F(Feedback, IsAboutNothingButCustomersArticles) {
  for (const auto* object : {"", "en/nothing", "en/crew", "en/drafts/secret", "<script>"}) {
    EXPECT_EQ(send("/en/feedback", {{"object", object}, {"vote", "yes"}}).status, 404) << object;
    EXPECT_EQ(get("/en/feedback?" + parameter("object", object)).status, 404) << object;
  }
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(Feedback, IsRefusedFromAPageOfAnotherSite) {
  const Fields foreign{{"Origin", "https://evil.example"}};
  EXPECT_EQ(send("/en/feedback", {{"object", kObject}, {"vote", "yes"}}, foreign).status, 403);
  EXPECT_THAT(noted(), IsEmpty());
}

TEST_F(Feedback, CanBeAskedForByAnAddress) {
  const auto page = get("/en/feedback?object=en/billing/refund");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr(R"(name="vote" value="yes">Yes)"));
  EXPECT_THAT(noted(), IsEmpty());
}

}  // namespace
}  // namespace kb
