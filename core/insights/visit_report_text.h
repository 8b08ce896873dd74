// A report of visits as a person reads it in a terminal, with the definition of each figure.
//
//   std::fputs(to_text(report_visits(sums, wish)).c_str(), stdout);
//
// "–" is what is not known; * marks figures of fewer than 30; long lists are cut, and say by how
// much. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/visit_report.h"

namespace kb::insights {

std::string to_text(const VisitReport& report);

}  // namespace kb::insights
