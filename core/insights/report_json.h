// A ticket report as JSON; docs/operator.md explains its members.
//
//   std::string json = to_json(report_tickets(tickets, wish));
//
// What is not known is null, never 0; shares stand beside their counts. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/ticket_report.h"

namespace kb::insights {

std::string to_json(const TicketReport& report);

}  // namespace kb::insights
