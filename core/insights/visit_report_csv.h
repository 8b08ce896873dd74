// A report of visits as one long CSV table: a row a figure, for spreadsheets and programs.
//
//   std::string csv = to_csv(report_visits(sums, wish));
//
// Columns: section, name, from, figure, unit, value, upper, count, upper_count, of, low, high,
// small_sample, previous, previous_upper, previous_count, previous_of, definition, note. What is
// not known is an empty cell. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/visit_report.h"

namespace kb::insights {

std::string to_csv(const VisitReport& report);

}  // namespace kb::insights
