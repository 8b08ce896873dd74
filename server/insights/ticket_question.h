// What somebody asks of the figures of tickets, by page or API, as the wish for a report.
//
//   const auto wish = ticket_wish(config, {.from = "2026-03-01", .by = "team"}, clock.now());
//   if (!wish) return http::problem(400, to_line(wish.error()) + ".");     // "by: no figures by …"
//   report_tickets(tickets, *wish)
//
// Days are those of UTC, as in `kb-server report tickets`; without any, the last 28 up to
// yesterday. An Error says in `where` which member is wrong. Pure, thread-safe.

#pragma once

#include <string>

#include "core/base/config.h"
#include "core/insights/ticket_report.h"
#include "server/http/message.h"

namespace kb {

// Each empty: not asked for.
struct TicketQuestion {
  std::string from = {};
  std::string to = {};
  std::string by = {};  // "team", "topic", "lang", "plan"
  std::string lang = {};
  std::string topic = {};
};

TicketQuestion ticket_question_of(const http::Request& request);  // its parameters
Result<insights::ReportWish> ticket_wish(const Config& config, const TicketQuestion& question,
                                         Time now);

}  // namespace kb
