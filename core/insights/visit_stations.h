// The way of sessions through the help center, as tables: where they came from, how far they went,
// how many searches an answer took.
//
//   for (const StationRow& row : funnel_of(now, before)) …      // before: null where not known
//   searches_to_answer_of(now, before)                          // "0", "1", … "none"
//
// Each table has all of its rows, always in the same order. Pure, thread-safe.

#pragma once

#include <vector>

#include "core/insights/visit_report.h"

namespace kb::insights {

// Null: the period is not known.
std::vector<StationRow> funnel_of(const VisitCounts* now, const VisitCounts* before);
std::vector<ShareRow> entries_of(const VisitCounts* now, const VisitCounts* before);
std::vector<ShareRow> searches_to_answer_of(const VisitCounts* now, const VisitCounts* before);

}  // namespace kb::insights
