// A report of visits as JSON; docs/insights.md explains its members.
//
//   std::string json = to_json(report_visits(sums, wish));
//
// What is not known is null, never 0; shares stand beside their counts, each figure beside its
// definition. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/visit_report.h"

namespace kb::insights {

std::string to_json(const VisitReport& report);

}  // namespace kb::insights
