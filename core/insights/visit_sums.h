// The daily sums that a report of visits is made from, added up over its period and the one before.
//
//   VisitWish wish{.period = march, .calendar = calendar, .now = clock.now()};
//   auto sums = store.read([&](store::Sql& sql) { return read_visit_sums(sql, wish); });
//   report_visits(*sums, wish)              // visit_report.h
//
// A period's days are those of the site's calendar (insights.time_zone), written as in UTC. One
// pass over each part of the sums that is asked for: most of a second where there are hundreds of
// thousands of queries (kept_visits.h keeps what it was). Plain values; reading is for the thread
// of the transaction, and fails as the store does.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/insights/period.h"
#include "core/insights/share.h"
#include "core/insights/top_queries.h"
#include "core/insights/visit_counts.h"
#include "core/store/sql.h"
#include "core/text/calendar.h"

namespace kb::insights {

enum class VisitDimension { lang, category, article, channel };

std::string_view visit_dimension_name(VisitDimension dimension);  // "lang", …
Result<VisitDimension> parse_visit_dimension(std::string_view name);

struct VisitWish {
  Period period;
  text::Calendar calendar;
  Time now;
  std::optional<Step> step = {};  // nothing: as suits the period
  std::optional<VisitDimension> by = {};
  std::string lang = {};  // only this one; empty: all
  std::string category = {};
  int shown_from = 1;          // a query is shown once so many visitors made it
  double cost_per_ticket = 0;  // 0: no cost line
  std::string currency = {};

  Step cut() const { return step.value_or(step_for(period)); }
};

template <class T>
struct NowAndBefore {
  T now = {};
  T before = {};
};

struct VisitSums {
  std::optional<std::int64_t> first_day;  // that anything is known of
  NowAndBefore<VisitCounts> all;
  std::vector<VisitCounts> steps;                              // as split(period, cut()) has them
  std::map<std::string, NowAndBefore<VisitCounts>> groups;     // by lang, category or channel
  std::map<std::string, NowAndBefore<std::int64_t>> channels;  // tickets submitted
  std::unordered_map<std::string, NowAndBefore<FewCounts>> articles;  // "pl/billing/refund"
  TopQueries queries;                                                 // none of a category
  // Not told of a category: tickets have none.
  std::optional<NowAndBefore<std::int64_t>> customers;  // distinct, with tickets
  std::optional<NowAndBefore<Share>> linked;            // resolved tickets, with an article
};

Result<VisitSums> read_visit_sums(store::Sql& sql, const VisitWish& wish);
// Only what comes from tickets, not from the daily sums.
Result<void> read_ticket_sums(store::Sql& sql, const VisitWish& wish, VisitSums& sums);

// Both periods'.
store::DayRange days_of(const VisitWish& wish);

}  // namespace kb::insights
