#include "core/insights/day_sums.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

struct Scenario {
  const char* name;
  std::string events, figures;
};
void PrintTo(const Scenario& scenario, std::ostream* out) {
  *out << scenario.name;
}
class DaySumsOf : public testing::TestWithParam<Scenario> {};

TEST_P(DaySumsOf, AreAsCountedByHand) {
  const auto cells = sums_of(happened(GetParam().events));
  EXPECT_EQ(told(cells, names_in(GetParam().figures)), GetParam().figures);
}

std::string scenario_name(const testing::TestParamInfo<Scenario>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Sessions, DaySumsOf,
    testing::Values(
        Scenario{"EndAfterAGapOfMoreThanHalfAnHour", R"(
          10:00:00 v1 page_viewed object=home outcome=link
          10:30:00 v1 page_viewed object=home outcome=inside
          11:00:01 v1 page_viewed object=home outcome=search_engine
          11:00:02 v2 page_viewed object=home outcome=product
          11:00:03 v3 searched text=x outcome=none)",
                 "sessions=4 entered_from_link=1 entered_from_search_engine=1 "
                 "entered_from_product=1 entered_otherwise=1"},
        Scenario{"ReachStationsAndEndAtTheFurthest", R"(
          10:00:00 v1 page_viewed object=home
          10:00:00 v2 searched text=x outcome=none
          10:00:00 v3 clicked object=pl/a/b
          10:00:00 v4 page_viewed object=pl/a/b
          10:00:30 v4 read object=pl/a/b outcome=point
          10:00:00 v5 contact_opened form=f5
          10:00:00 v6 searched text=x outcome=results
          10:00:00 v6 clicked object=pl/a/b
          10:00:30 v6 read object=pl/a/b outcome=point
          10:01:00 v6 contact_opened form=f6
          10:02:00 v6 ticket_submitted form=f6 value=1001 outcome=form)",
                 "sessions=6 sessions_searched=2 sessions_clicked=2 sessions_read=2 "
                 "sessions_contacted=2 sessions_submitted=1 left_after_visit=1 "
                 "left_after_search=1 left_after_click=1 left_after_read=1 left_after_contact=1"},
        Scenario{"TakeTimeToEachStation", R"(
          10:00:00 v1 page_viewed object=home
          10:00:05 v1 searched text=x outcome=results
          10:00:07 v1 clicked object=pl/a/b
          10:00:31 v1 read object=pl/a/b outcome=point
          10:02:00 v1 contact_opened form=f1
          10:10:00 v1 ticket_submitted form=f1 value=1001)",
                 "time_search_2=1 time_click_3=1 time_read_5=1 time_contact_6=1 time_submit_9=1"},
        // Hashes change at midnight, so what came before is another visitor.
        Scenario{"EndAtMidnight", R"(
          23:59:50 v1 page_viewed object=home
          +1 00:00:10 v7 searched text=x outcome=none)",
                 "sessions=1 sessions_searched=0"},
        Scenario{"AreOfVisitorsAlone", R"(
          10:00:00 staff searched text=x outcome=none
          10:00:01 staff article_linked object=pl/a/b
          10:00:02 v9 ticket_resolved value=1001
          10:00:03 v9 ticket_resolved value=1001
          10:00:04 staff voted object=pl/a/b outcome=no)",
                 "sessions=0 searches=0 articles_linked=1 tickets_resolved=1 votes_no=0"}),
    scenario_name);

INSTANTIATE_TEST_SUITE_P(
    Searches, DaySumsOf,
    testing::Values(Scenario{"AsTypedCountOnce", R"(
          10:00:00 v1 suggested text=zw value=3
          10:00:02 v1 suggested text=zwrot value=0
          10:00:04 v1 searched text='Zwrot kosztów' outcome=results value=4)",
                             "searches=1 searches_with_results=1 zero_results=0"},
                    Scenario{
                        "InOtherWordsAreOthers", R"(
          10:00:00 v1 searched text=zwrot outcome=none
          10:00:10 v1 searched text=reklamacja outcome=none
          10:00:50 v1 searched text='reklamacja online' outcome=results value=2
          10:01:00 v1 clicked object=pl/a/b position=2)",
                        "searches=3 zero_results=2 searches_with_results=1 searches_reformulated=2 "
                        "searches_clicked=0"},
                    Scenario{"PagedOrFilteredAreTheSame", R"(
          10:00:00 v1 searched text=zwrot outcome=results value=30 query=q1
          10:05:00 v1 searched text=zwrot outcome=none detail='{"category":"billing"}' query=q2
          10:06:00 v1 searched text=zwrot outcome=results detail='{"page":2}' query=q3
          10:07:00 v1 clicked object=pl/a/b position=12 query=q3
          10:08:00 v1 clicked object=pl/a/c position=1 query=q1
          10:08:01 v1 clicked object=pl/a/c position=1 query=q1)",
                             "searches=1 searches_with_results=1 searches_clicked=1 first_clicks=1 "
                             "reciprocal_rank_millionths=83333"},
                    Scenario{"ThatFailedCountApart", R"(
          10:00:00 v1 searched text=zwrot outcome=error
          10:00:00 v2 searched text=zwrot outcome=error
          10:00:09 v2 searched text=zwrot outcome=results value=1)",
                             "search_errors=1 searches=1 searches_with_results=1 zero_results=0"},
                    Scenario{"OwnTheClicksOnWhatTheyShowed", R"(
          10:00:00 v1 searched text=zwrot outcome=results detail='{"shown":["pl/a/b"]}'
          10:01:00 v1 searched text=karta outcome=results detail='{"shown":["pl/a/c"]}'
          10:01:10 v1 clicked object=pl/a/b position=1
          10:01:20 v1 clicked object=pl/x/y position=4)",
                             "searches=2 searches_clicked=1 searches_reformulated=0 "
                             "reciprocal_rank_millionths=1000000 sessions_clicked=1"},
                    Scenario{"TellWhatHelpedThem", R"(
          10:00:00 v1 searched text=a outcome=results detail='{"corrected":"b"}'
          10:01:00 v1 searched text=c outcome=results detail='{"fallback":true}'
          10:02:00 v1 searched text=d outcome=results detail='{"corrected":null,"fallback":false}')",
                             "searches=3 searches_corrected=1 searches_fallback=1"}),
    scenario_name);

INSTANTIATE_TEST_SUITE_P(
    Answers, DaySumsOf,
    testing::Values(
        Scenario{"ComeAfterSearches", R"(
          10:00:00 v1 searched text=a outcome=none
          10:01:00 v1 searched text=b outcome=results
          10:02:00 v1 read object=pl/a/b outcome=point value=40
          10:00:00 v2 searched text=a outcome=none
          10:00:00 v3 page_viewed object=pl/a/b
          10:00:25 v3 voted object=pl/a/b outcome=yes
          10:00:00 v4 page_viewed object=pl/a/b
          10:00:09 v4 read object=pl/a/b value=9
          10:00:00 v5 searched text=a outcome=error
          10:00:30 v5 read object=pl/a/b outcome=point)",
                 "answered_after_0=2 answered_after_1=0 answered_after_2=1 searched_unanswered=1"},
        Scenario{"AreNoneWhereTheSearchGoesOn", R"(
          10:00:00 v1 searched text=a outcome=results
          10:01:00 v1 read object=pl/a/b outcome=point
          10:01:10 v1 searched text=b outcome=results
          10:00:00 v2 searched text=a outcome=results
          10:01:00 v2 read object=pl/a/b outcome=point
          10:01:10 v2 contact_opened form=f
          10:00:00 v3 searched text=a outcome=results
          10:01:00 v3 read object=pl/a/b outcome=point
          10:02:00 v3 searched text=b outcome=results
          10:03:00 v3 read object=pl/a/c outcome=point)",
                 "answered_after_1=0 answered_after_2=1 searched_unanswered=2"},
        // What was read is sent when the page is left: in the same second as the next search.
        Scenario{"AreNoneWhereTheSearchGoesOnAtOnce", R"(
          10:00:00 v1 searched text=a outcome=results
          10:01:00 v1 searched text=b outcome=results
          10:01:00 v1 read object=pl/a/b outcome=point)",
                 "answered_after_2=0 searched_unanswered=1"},
        Scenario{"AreNoneWhereTheYesWasTakenBack", R"(
          10:00:00 v1 searched text=a outcome=results
          10:01:00 v1 voted object=pl/a/b outcome=yes
          10:01:05 v1 voted object=pl/a/b outcome=no)",
                 "answered_after_1=0 searched_unanswered=1 sessions_read=0 votes_yes=0 votes_no=1"},
        Scenario{"AfterManySearchesAreOneKind", R"(
          10:00:00 v1 searched text=a outcome=none
          10:01:00 v1 searched text=b outcome=none
          10:02:00 v1 searched text=c outcome=none
          10:03:00 v1 searched text=d outcome=none
          10:04:00 v1 searched text=e outcome=none
          10:05:00 v1 searched text=f outcome=none
          10:06:00 v1 read object=pl/a/b outcome=point)",
                 "answered_after_5_or_more=1"}),
    scenario_name);

INSTANTIATE_TEST_SUITE_P(
    Contacts, DaySumsOf,
    testing::Values(
        Scenario{"ConfirmedPresumedSubmittedOrNone", R"(
          10:00:00 v1 contact_opened form=f1 outcome=offered
          10:00:10 v1 suggestion_shown form=f1 object=pl/a/b position=1
          10:00:20 v1 contact_solved form=f1 object=pl/a/b
          10:00:00 v2 contact_opened form=f2 outcome=offered
          10:00:10 v2 suggestion_shown form=f2 object=pl/a/b position=1
          10:00:00 v3 contact_opened form=f3 outcome=offered
          10:00:20 v3 contact_solved form=f3 object=pl/a/b
          10:05:00 v3 ticket_submitted form=f3 value=1001 outcome=form
          10:00:00 v4 contact_opened form=f4 outcome=holdout
          10:00:00 v5 page_viewed object=pl/a/b
          10:00:09 v5 contact_opened form=f5 outcome=holdout
          10:00:00 v6 contact_solved form=f0 object=pl/a/b)",
                 "sessions_contacted=5 intents_confirmed=1 intents_presumed=2 intents_submitted=1 "
                 "forms_offered=3 forms_offered_submitted=1 forms_holdout=2 "
                 "forms_holdout_submitted=0 suggestions_shown=2 tickets_submitted=1"},
        Scenario{"OfCustomersWhoWroteAfterAllAreNotConfirmed", R"(
          10:00:00 v1 contact_opened form=f1
          10:01:00 v1 contact_solved form=f1 customer=c1
          10:00:00 v2 contact_opened form=f2
          10:01:00 v2 contact_solved form=f2 customer=c2
          10:00:00 v3 contact_opened form=f3
          10:01:00 v3 contact_solved form=f3
          +7 10:01:00 v8 ticket_submitted form=g1 customer=c1
          +7 10:01:01 v9 ticket_submitted form=g2 customer=c2)",
                 "sessions_contacted=3 intents_confirmed=2 intents_presumed=0 intents_submitted=0 "
                 "tickets_submitted=0"},
        // Whoever writes for more than half an hour, or past midnight, did not give up.
        Scenario{"SentLateAreSubmitted", R"(
          10:00:00 v1 page_viewed object=pl/a/b
          10:00:01 v1 contact_opened form=f1 outcome=offered
          10:40:00 v1 ticket_submitted form=f1 value=1001
          23:59:00 v2 page_viewed object=pl/a/b
          23:59:01 v2 contact_opened form=f2 outcome=holdout
          +1 00:05:00 v8 ticket_submitted form=f2 value=1002)",
                 "intents_presumed=0 intents_submitted=2 forms_offered_submitted=1 "
                 "forms_holdout_submitted=1 tickets_submitted=1"},
        Scenario{"CountSuggestionsOnceAForm", R"(
          10:00:00 v1 contact_opened form=f1
          10:00:10 v1 suggestion_shown form=f1 object=pl/a/b position=1
          10:00:12 v1 suggestion_shown form=f1 object=pl/a/b position=2
          10:00:12 v1 suggestion_shown form=f1 object=pl/a/c position=1
          10:00:14 v1 suggestion_clicked form=f1 object=pl/a/c position=1
          10:00:15 v1 suggestion_clicked form=f1 object=pl/a/c position=1)",
                 "suggestions_shown=2 suggestions_clicked=1"}),
    scenario_name);

INSTANTIATE_TEST_SUITE_P(
    Opinions, DaySumsOf,
    testing::Values(
        Scenario{"OnArticlesAreTheLastWord", R"(
          10:00:00 v1 voted object=pl/a/b outcome=yes
          10:00:05 v1 voted object=pl/a/b outcome=no
          10:00:20 v1 voted object=pl/a/b outcome=no detail='{"changes":true,"reason":"outdated"}'
          10:00:30 v1 voted object=pl/a/c outcome=yes
          10:00:00 v2 voted object=pl/a/b outcome=no detail='{"reason":"unclear"}'
          10:00:05 v2 voted object=pl/a/b outcome=yes)",
                 "votes_yes=2 votes_no=1 votes_no_outdated=1 votes_no_unclear=0"},
        Scenario{"CountOfThoseWhoAskNotToBeTracked", R"(
          10:00:00 v0 page_viewed lang=pl object=pl/a/b
          10:00:01 v0 searched lang=pl outcome=none
          10:00:02 v0 searched lang=pl outcome=results
          10:00:03 v0 voted object=pl/a/b outcome=no
          10:00:04 v0 voted object=pl/a/b outcome=no detail='{"changes":true,"reason":"unclear"}'
          10:00:05 v0 contact_opened
          10:00:06 v0 ticket_submitted value=1001 outcome=form
          10:00:07 v0 surveyed outcome=effort value=7)",
                 "sessions=0 unlinked_views=1 unlinked_searches=2 unlinked_zero_results=1 "
                 "votes_no=1 votes_no_unclear=1 tickets_submitted=1 effort_answered=1 "
                 "sessions_contacted=0"},
        Scenario{"OnScales", R"(
          10:00:00 v1 surveyed outcome=satisfaction value=0
          10:00:01 v1 surveyed outcome=satisfaction value=0
          10:00:05 v1 surveyed outcome=satisfaction value=2
          10:00:06 v1 surveyed outcome=satisfaction value=4
          10:00:00 v2 surveyed outcome=effort value=0
          10:00:00 v3 surveyed outcome=effort value=5
          10:00:00 v3 surveyed outcome=value value=4
          10:00:00 v3 surveyed outcome=confidence value=7
          10:00:00 v4 surveyed outcome=satisfaction value=6
          10:00:00 v4 surveyed outcome=mood value=6)",
                 "satisfaction_asked=1 satisfaction_answered=1 satisfaction_sum=4 "
                 "satisfaction_high=1 effort_asked=1 effort_answered=1 effort_sum=5 effort_high=1 "
                 "value_answered=1 value_sum=4 value_high=0 confidence_high=1"}),
    scenario_name);

// One day in full, so that nothing is counted that nobody expects.
TEST(DaySums, StandUnderLanguageCategoryChannelAndObject) {
  const auto cells = sums_of(happened(R"(
    10:00:00 v1 page_viewed lang=pl object=home outcome=link
    10:00:01 v1 searched lang=ro text=' Zwrot  KOSZTÓW' outcome=results detail='{"shown":["pl/a/b"]}'
    10:00:02 v1 clicked lang=pl object=pl/a/b position=1
    10:00:02 v1 page_viewed lang=pl object=pl/a/b category=billing outcome=inside
    10:00:05 v1 contact_opened lang=pl form=f1 outcome=offered
    10:00:06 v1 ticket_submitted lang=pl category=cards form=f1 value=1001 outcome=form
  )"));
  EXPECT_EQ(all_cells(cells),
            "article|pl|billing||pl/a/b|clicks 1\n"
            "article|pl|billing||pl/a/b|shown 1\n"
            "article|pl|billing||pl/a/b|views 1\n"
            "article|pl|billing||pl/a/b|visitors 1\n"
            "article|pl|billing||pl/a/b|went_to_contact 1\n"
            "query|ro|||zwrot kosztów|searches 1\n"
            "query|ro|||zwrot kosztów|searches_clicked 1\n"
            "query|ro|||zwrot kosztów|visitors 1\n"
            "site|pl|billing|||entered_from_link 1\n"
            "site|pl|billing|||forms_offered 1\n"
            "site|pl|billing|||forms_offered_submitted 1\n"
            "site|pl|billing|||intents_submitted 1\n"
            "site|pl|billing|||searched_unanswered 1\n"
            "site|pl|billing|||sessions 1\n"
            "site|pl|billing|||sessions_clicked 1\n"
            "site|pl|billing|||sessions_contacted 1\n"
            "site|pl|billing|||sessions_searched 1\n"
            "site|pl|billing|||sessions_submitted 1\n"
            "site|pl|billing|||time_click_1 1\n"
            "site|pl|billing|||time_contact_2 1\n"
            "site|pl|billing|||time_search_1 1\n"
            "site|pl|billing|||time_submit_2 1\n"
            "site|pl|cards|form||tickets_submitted 1\n"
            "site|ro|billing|||first_clicks 1\n"
            "site|ro|billing|||reciprocal_rank_millionths 1000000\n"
            "site|ro|billing|||searches 1\n"
            "site|ro|billing|||searches_clicked 1\n"
            "site|ro|billing|||searches_with_results 1\n");
}

TEST(DaySums, OfArticlesCountVisitorsOnce) {
  const auto cells = sums_of(happened(R"(
    10:00:00 v1 page_viewed object=pl/a/b outcome=search_engine
    10:00:30 v1 read object=pl/a/b outcome=point
    10:00:40 v1 read object=pl/a/b outcome=point
    12:00:00 v1 page_viewed object=pl/a/b
    12:00:10 v1 contact_opened form=f1
    12:00:20 v1 contact_solved form=f1 object=pl/a/b
    10:00:00 v2 page_viewed object=pl/a/b
    10:00:00 v2 searched text=q outcome=none
    11:00:00 v2 searched text=q outcome=none
  )"));
  const std::string figures =
      "views=3 reads=1 visitors=2 entered_from_search_engine=1 went_to_contact=1 solved=1";
  EXPECT_EQ(told(cells, names_in(figures), kArticlePart, "pl/a/b"), figures);
  EXPECT_EQ(told(cells, "searches visitors", kQueryPart, "q"), "searches=2 visitors=1");
}

TEST(DaySums, AreTheSameInWhateverOrderEventsCome) {
  const auto events = happened(R"(
    10:00:00 v1 page_viewed lang=pl object=pl/a/b category=x
    10:00:00 v1 searched lang=pl text=zw outcome=none
    10:00:00 v1 searched lang=pl text=zwrot outcome=results query=q1 detail='{"shown":["pl/a/b"]}'
    10:00:00 v1 clicked lang=pl object=pl/a/c position=2 query=q1
    10:00:00 v1 clicked lang=pl object=pl/a/b position=1 query=q1
    10:00:00 v1 voted lang=pl object=pl/a/b category=y outcome=yes
    10:00:00 v1 voted lang=pl object=pl/a/b category=z outcome=no
    10:00:00 v1 contact_opened lang=pl form=f1
    10:00:00 v1 contact_opened lang=ro form=f2 outcome=holdout
    10:00:00 v1 surveyed lang=pl outcome=effort value=1
    10:00:00 v1 surveyed lang=pl outcome=effort value=7
    10:00:00 v0 voted lang=pl object=pl/a/b outcome=yes
    10:00:00 v0 ticket_submitted lang=pl value=5
  )");
  const std::string expected = all_cells(sums_of(events));
  std::mt19937 random(7);
  for (int i = 0; i < 50; ++i) {
    auto shuffled = events;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    EXPECT_EQ(all_cells(sums_of(shuffled)), expected);
  }
}

TEST(DaySums, OfNothingAreNothing) {
  EXPECT_TRUE(sums_of({}).empty());
}

}  // namespace
}  // namespace kb::insights
