// What is counted of each day, by name: the sums that every figure is made from.
//
//   counter_name(Counter::zero_results)        // "zero_results", as the store keeps it
//   time_counter_name(Station::search, 3)      // "time_search_3"
//   day_sums.h                                 // where they are counted
//
// A session's counters stand under its own language (of its first event) and category (of the first
// article it opened or clicked, else of its ticket, else ""); those of a search under the search's
// language, of a ticket, vote or survey under its own language and category where it has them. An
// article's stand under its own language and category, a query's under its language. Only visitors
// count, never the team. The definitions are docs/insights.md's; a change of any raises
// kRollupRules, and days whose events are still there are summed anew.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kb::insights {

inline constexpr std::int64_t kRollupRules = 2;

// Which table of sums a counter stands in: RollupCell::part.
inline constexpr std::string_view kSitePart = "site";
inline constexpr std::string_view kArticlePart = "article";  // object: "pl/billing/refund"
inline constexpr std::string_view kQueryPart = "query";      // object: the redacted, folded query

enum class Counter : std::uint8_t {
  // Sessions, and how far they went: each station counts the sessions that reached it.
  sessions,
  entered_from_search_engine,
  entered_from_product,
  entered_from_link,
  entered_otherwise,
  sessions_searched,
  sessions_clicked,
  sessions_read,       // an article, to the point
  sessions_contacted,  // = contact intents
  sessions_submitted,  // a ticket, or its form was sent later
  left_after_visit,    // the furthest station that the session reached; those that submitted have
                       // none, so that these and sessions_submitted add up to sessions
  left_after_search,
  left_after_click,
  left_after_read,
  left_after_contact,

  // Searches: intents, as-you-type queries that extend one another counted once.
  searches,  // = zero_results + searches_with_results
  zero_results,
  search_errors,  // apart: not among searches
  searches_with_results,
  searches_clicked,
  searches_reformulated,  // never one that was clicked
  searches_fallback,      // the first result was in another language than asked
  searches_corrected,
  first_clicks,                // of those clicked, where the rank is known
  reciprocal_rank_millionths,  // sum over first clicks of 1,000,000 / rank

  // Searches to answer: a distribution over sessions that searched or read to the point.
  answered_after_0,  // read without searching before
  answered_after_1,
  answered_after_2,
  answered_after_3,
  answered_after_4,
  answered_after_5_or_more,
  searched_unanswered,

  // Contact intents: each is one of the three at most.
  intents_confirmed,
  intents_presumed,
  intents_submitted,  // in that session, or its form later
  forms_offered,
  forms_offered_submitted,
  forms_holdout,
  forms_holdout_submitted,
  suggestions_shown,
  suggestions_clicked,
  tickets_submitted,  // under their channel; all, of those who ask not to be tracked as well
  tickets_resolved,
  articles_linked,  // by agents

  // What people said; of those who ask not to be tracked as well, since it says nothing of them.
  votes_yes,
  votes_no,
  votes_no_outdated,  // the reason given, if any
  votes_no_unclear,
  votes_no_not_my_case,
  votes_no_wrong_language,
  satisfaction_asked,  // CSAT, 1 to 5
  satisfaction_answered,
  satisfaction_sum,
  satisfaction_high,  // 4 and 5
  effort_asked,       // CES, "it was easy", 1 to 7
  effort_answered,
  effort_sum,
  effort_high,  // 5 to 7
  value_asked,  // VES: "I can do more with the product now", 1 to 7
  value_answered,
  value_sum,
  value_high,
  confidence_asked,  // VES: "I am confident in my choice to use it", 1 to 7
  confidence_answered,
  confidence_sum,
  confidence_high,

  // Of those who ask not to be tracked: counts tied to nothing, in no session.
  unlinked_views,
  unlinked_searches,
  unlinked_zero_results,

  // Of articles and queries besides.
  views,
  reads,            // sessions that read it to the point
  shown,            // searches that showed it
  clicks,           // once a search
  solved,           // named by "this solved it"
  went_to_contact,  // sessions that opened it and then the form
  visitors,         // visitor-days; of a query: those who searched for it

  count_
};

std::string_view counter_name(Counter counter);
std::optional<Counter> parse_counter(std::string_view name);

// How long it took from the session's beginning to a station, of the site's part: counters
// "time_search_0" …, one a bucket; bucket b holds seconds in [2^b - 1, 2^(b+1) - 1), the last all
// above.
enum class Station : std::uint8_t { search, click, read, contact, submit };
inline constexpr int kTimeBuckets = 13;

std::string_view station_name(Station station);
int time_bucket(std::int64_t seconds);
std::string time_counter_name(Station station, int bucket);

}  // namespace kb::insights
