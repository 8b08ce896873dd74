// A ticket report as a person reads it in a terminal.
//
//   std::fputs(to_text(report_tickets(tickets, wish)).c_str(), stdout);
//
// "–" is what is not known; * marks figures of fewer than 30 tickets; long lists are cut, and say
// by how much. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/ticket_report.h"

namespace kb::insights {

std::string to_text(const TicketReport& report);

}  // namespace kb::insights
