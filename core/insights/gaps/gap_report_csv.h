// Gaps as a CSV table: a row a gap, what helps most customers first.
//
//   std::string csv = to_csv(*finder.report(…));
//
// Columns: rank, id, lang, label, diagnosis, customers, customers_before, failed, asked,
// failure_rate, tickets, cost, trend, category, article, work, words, questions. What is not known
// is an empty cell; words and questions are separated by "; ". Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/gaps/gap.h"

namespace kb::insights {

std::string to_csv(const GapReport& report);

}  // namespace kb::insights
