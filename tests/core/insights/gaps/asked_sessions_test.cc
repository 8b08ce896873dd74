#include "core/insights/gaps/asked_sessions.h"

#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

// What a day's events come to, line by line:
//   "zwrot: no_results reformulated -> zwrot kosztów @pl/billing/refund #contact/1001"
class TakenDay {
 public:
  explicit TakenDay(const std::string& text, const FormNumbers& numbers = {}) {
    const auto events = happened(text);
    const auto sent = sent_in(events);
    AskedSessions sessions(texts_, sent, numbers);
    std::map<std::int64_t, std::vector<store::Event>> visitors;
    for (const store::Event& event : events) visitors[event.visitor].push_back(event);
    for (const auto& [visitor, own] : visitors) sessions.add(own);
    day_ = sessions.take();
  }

  std::string askings() const {
    std::string text;
    for (const Asking& asking : day_.askings) text += line_of(asking) + "\n";
    return text;
  }

  std::string notes() const {
    std::string text;
    for (const AskedNote& note : day_.notes) {
      text += texts_.articles().at(note.article) + " " + note.reason + " " + note.text;
      if (note.question != kNothing) text += " <- " + text_of(note.question);
      text += "\n";
    }
    return text;
  }

  const AskedDay& day() const { return day_; }

 private:
  const std::string& text_of(std::uint32_t question) const {
    return texts_.questions().at(question).text;
  }

  std::string line_of(const Asking& asking) const {
    std::string line = text_of(asking.question) + ":";
    for (int i = 0; i < kFailures; ++i)
      if (failed(asking, static_cast<Failure>(i)))
        line += " " + std::string(failure_name(static_cast<Failure>(i)));
    if (asking.followed != kNothing) line += " -> " + text_of(asking.followed);
    if (asking.article != kNothing) line += " @" + texts_.articles().at(asking.article);
    if (asking.ticket != kNothing) line += " #" + texts_.tickets().at(asking.ticket);
    return line;
  }

  AskedTexts texts_;
  AskedDay day_;
};

struct SessionCase {
  const char* what;
  const char* events;
  const char* askings;
};

TEST(AskedSessions, TellWhatWasAskedAndHowItWent) {
  const std::vector<SessionCase> cases = {
      {"answered",
       "10:00:00 v1 searched lang=pl text=zwrot outcome=results query=q1\n"
       "10:00:09 v1 clicked lang=pl object=pl/billing/refund query=q1 position=1",
       "zwrot: @pl/billing/refund\n"},
      {"nothing found", "10:00:00 v1 searched lang=pl text=zwrot outcome=none",
       "zwrot: no_results\n"},
      {"nothing opened", "10:00:00 v1 searched lang=pl text=Zwrot outcome=results",
       "zwrot: no_click\n"},
      {"in other words",
       "10:00:00 v1 searched lang=pl text='zwrot kasy' outcome=none\n"
       "10:01:00 v1 searched lang=pl text='moje pieniądze' outcome=none\n"
       "10:02:00 v1 searched lang=pl text=refundacja outcome=results query=q3\n"
       "10:02:09 v1 clicked object=pl/billing/refund query=q3",
       "zwrot kasy: no_results reformulated -> refundacja @pl/billing/refund\n"
       "moje pieniądze: no_results reformulated -> refundacja @pl/billing/refund\n"
       "refundacja: @pl/billing/refund\n"},
      {"in another language only",
       "10:00:00 v1 searched lang=ro text=retur outcome=results query=q1 "
       "detail='{\"fallback\":true}'\n"
       "10:00:09 v1 clicked object=en/billing/refund query=q1",
       "retur: fallback @en/billing/refund\n"},
      {"a ticket afterwards",
       "10:00:00 v1 searched lang=pl text=paczka outcome=results query=q0\n"
       "10:00:09 v1 clicked object=pl/delivery/late query=q0\n"
       "10:01:00 v1 searched lang=pl text=zwrot outcome=results\n"
       "10:02:00 v1 contact_opened form=f1 outcome=offered\n"
       "10:04:00 v1 ticket_submitted form=f1 value=1001",
       "paczka: @pl/delivery/late\n"
       "zwrot: no_click contact #contact/1001\n"},
      {"the form was sent an hour later",
       "10:00:00 v1 searched lang=pl text=zwrot outcome=none\n"
       "10:02:00 v1 contact_opened form=late outcome=offered",
       "zwrot: no_results contact #contact/1007\n"},
      {"read, and it did not help",
       "10:00:00 v1 searched lang=pl text=zwrot outcome=results query=q1\n"
       "10:00:09 v1 clicked object=pl/billing/refund query=q1\n"
       "10:00:12 v1 clicked object=pl/billing/fees query=q1\n"
       "10:01:00 v1 voted object=pl/billing/refund outcome=no",
       "zwrot: voted_down @pl/billing/refund\n"},
      {"an error is no evidence", "10:00:00 v1 searched lang=pl text=zwrot outcome=error", ""},
      {"typed and left, with a list below",
       "10:00:00 v1 suggested lang=pl text=zwr outcome=results value=4", ""},
      {"typed, and there was nothing", "10:00:00 v1 suggested lang=pl text=kasacja outcome=none",
       "kasacja: no_results\n"},
      {"an attack", "10:00:00 v1 searched lang=pl text='{{7*7}}' outcome=none", ""},
      {"the team itself", "10:00:00 staff searched lang=pl text=zwrot outcome=none", ""},
      {"who is not tracked", "10:00:00 v0 searched lang=pl text=zwrot outcome=none", ""},
      {"erased", "10:00:00 v1 searched lang=pl outcome=none", ""},
  };
  for (const auto& [what, events, askings] : cases)
    EXPECT_EQ(TakenDay(events, {{"late", 1007}}).askings(), askings) << what;
}

TEST(AskedSessions, KnowACustomerOnEveryDayAndAVisitorOnOne) {
  const TakenDay day(R"(
    10:00:00 v1 searched lang=pl text=a1 outcome=none
    12:00:00 v1 contact_opened customer=c1
    10:00:00 v2 searched lang=pl text=b1 outcome=none)");
  ASSERT_EQ(day.day().askings.size(), 2U);
  EXPECT_EQ(day.day().askings[0].who, customer_number("c1"));
  EXPECT_EQ(day.day().askings[1].who, visitor_number(2, kMonday));
  EXPECT_NE(visitor_number(2, kMonday), visitor_number(2, kMonday + 1));
}

TEST(AskedSessions, KeepWhatVotesSay) {
  EXPECT_EQ(TakenDay(R"(
    10:00:00 v1 searched lang=pl text=zwrot outcome=results query=q1
    10:00:09 v1 clicked object=pl/billing/refund query=q1
    10:01:00 v1 voted object=pl/billing/refund outcome=no
    10:01:30 v1 voted object=pl/billing/refund outcome=no detail='{"changes":true,"reason":"outdated","note":"old page"}'
    10:02:00 v1 voted object=pl/a/b outcome=yes)")
                .notes(),
            "pl/billing/refund outdated old page <- zwrot\n");
  EXPECT_EQ(TakenDay("10:00:00 v0 voted object=pl/a/b outcome=no detail='{\"reason\":\"unclear\"}'")
                .notes(),
            "pl/a/b unclear \n");
}

TEST(AskedSessions, RememberTicketsThatSuggestionsDidNotSpare) {
  const TakenDay day(R"(
    10:00:00 v1 contact_opened form=f1 outcome=offered
    10:00:10 v1 suggestion_shown form=f1 object=pl/a/b position=1
    10:01:00 v1 ticket_submitted form=f1 value=1001
    10:00:00 v2 contact_opened form=f2 outcome=holdout
    10:01:00 v2 ticket_submitted form=f2 value=1002)");
  EXPECT_EQ(day.day().rejected.size(), 1U);
}

TEST(AskedSessions, LeaveOutAFlood) {
  std::string events;
  for (int i = 0; i < 70; ++i) {
    const auto minute = std::to_string(i % 60);
    events += (i < 60 ? "10:" : "11:") + std::string(minute.size() < 2 ? "0" : "") + minute +
              ":00 v1 searched lang=en text='word" + std::to_string(i) + " please' outcome=none\n";
  }
  const TakenDay flood(events + "10:00:00 v2 searched lang=en text=refund outcome=none");
  EXPECT_EQ(flood.askings(), "refund: no_results\n");
  EXPECT_EQ(flood.day().filtered, 70);
}

TEST(AskedSessions, CountAttacksAsFiltered) {
  EXPECT_EQ(TakenDay("10:00:00 v1 searched lang=en text='/etc/passwd' outcome=none").day().filtered,
            1);
}

}  // namespace
}  // namespace kb::insights
