// A week of visits for tests of reports: figures that are easy to work out, and the week before.
//
//   const VisitReport report = report_visits(week_of_visits(), week_wish());
//
// Monday 2 to Sunday 8 March 2026, asked for on the 10th; events since 1 February. Plain values.

#pragma once

#include <utility>

#include "core/insights/visit_report.h"
#include "tests/core/insights/scenario.h"

namespace kb::insights {

inline std::int64_t day_number(std::string_view day) {
  return std::chrono::floor<std::chrono::days>(at(day)).time_since_epoch().count();
}

inline VisitWish week_wish() {
  return {.period = period("2026-03-02", "2026-03-08"),
          .calendar = text::Calendar::of("UTC").value(),
          .now = at("2026-03-10T12:00:00Z"),
          .shown_from = 2,
          .currency = "EUR"};
}

inline void add_counts(VisitCounts& counts,
                       std::initializer_list<std::pair<Counter, std::int64_t>> values) {
  for (const auto& [counter, value] : values) counts.add(counter, value);
}

inline void add_query(QuerySums& sums, std::string_view query, std::int64_t visitors,
                      std::int64_t searches, std::int64_t zero_results) {
  const auto add = [&](Counter counter, std::int64_t value) {
    store::RollupCell cell;
    cell.part = kQueryPart;
    cell.lang = "en";
    cell.object = query;
    cell.counter = counter_name(counter);
    cell.value = value;
    sums.add(cell);
  };
  add(Counter::visitors, visitors);
  add(Counter::searches, searches);
  add(Counter::zero_results, zero_results);
}

// One said "this solved it", a second sent a ticket, a third in the holdout sent one, too; a fourth
// saw suggestions and left.
inline VisitSums week_of_visits() {
  VisitSums sums;
  sums.first_day = day_number("2026-02-01");
  sums.steps.resize(7);
  VisitCounts tuesday;
  add_counts(tuesday, {{Counter::sessions, 10},
                       {Counter::entered_from_search_engine, 4},
                       {Counter::entered_otherwise, 6},
                       {Counter::sessions_searched, 8},
                       {Counter::sessions_read, 5},
                       {Counter::sessions_contacted, 4},
                       {Counter::sessions_submitted, 2},
                       {Counter::left_after_contact, 2},
                       {Counter::searches, 12},
                       {Counter::zero_results, 3},
                       {Counter::answered_after_1, 3},
                       {Counter::searched_unanswered, 1},
                       {Counter::intents_confirmed, 1},
                       {Counter::intents_presumed, 1},
                       {Counter::intents_submitted, 2},
                       {Counter::forms_offered, 3},
                       {Counter::forms_offered_submitted, 1},
                       {Counter::forms_holdout, 1},
                       {Counter::forms_holdout_submitted, 1},
                       {Counter::tickets_submitted, 2}});
  tuesday.add(VisitSlots::of_time(Station::search, 2), 8);
  sums.steps[1] = sums.all.now = tuesday;
  add_counts(sums.all.before, {{Counter::sessions, 8}, {Counter::searches, 10}});
  sums.channels = {{"form", {2, 1}}, {"phone", {0, 3}}};
  sums.customers = {{.now = 2, .before = 0}};
  sums.linked = {{.now = {1, 4}, .before = {}}};
  QuerySums queries;
  add_query(queries, "late parcel", 3, 7, 0);
  add_query(queries, "=1+1", 2, 3, 3);
  add_query(queries, "my sister's secret", 1, 2, 2);
  sums.queries = queries.top(week_wish().shown_from);
  return sums;
}

}  // namespace kb::insights
