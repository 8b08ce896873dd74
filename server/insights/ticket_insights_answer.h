// /writer/tickets and GET /api/v1/insights/tickets: the figures of support, as a page with charts
// and for programs.
//
//   {Page::api_ticket_insights, answer_ticket_insights_api}      // in the router's table
//   if (rest == "tickets") return answer_ticket_insights(staff);   // writer_answer.cc
//
// The same as `kb-server report tickets`. What is wrong with the question is told: by the page
// above the figures of the usual period, to programs with 400. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_ticket_insights(const StaffRequest& staff);
http::Response answer_ticket_insights_api(const StaffRequest& staff);

}  // namespace kb
