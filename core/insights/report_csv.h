// A ticket report as one long CSV table: a row a figure, for spreadsheets and programs.
//
//   std::string csv = to_csv(report_tickets(tickets, wish));
//
// Columns: section, name, from, figure, unit, value, count, of, low, high, small_sample, previous,
// previous_count, previous_of, note. What is not known is an empty cell. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/ticket_report.h"

namespace kb::insights {

std::string to_csv(const TicketReport& report);

}  // namespace kb::insights
