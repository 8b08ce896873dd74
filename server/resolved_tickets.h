// POST /api/v1/tickets/resolved: a helpdesk's webhook hands in tickets as they are solved.
//
//   POST /api/v1/tickets/resolved?source=desk&format=zendesk     Authorization: Bearer …
//   {"ticket": {"id": 35436, "subject": "Refund?", "comments": […], …}}
//   -> {"added": 1, "changed": 0, "same": 0, "problems": []}
//
// One ticket, an array, or {"tickets": […]}, in the formats of `kb-server import`. One that came
// from the contact form may name its number there, {"contact": 1042}: that is answered, then. What
// is sound is stored, redacted, before the answer; what is not is told. 422: nothing was sound. A
// build that makes them findable follows soon (build_runner.h). Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_resolved_tickets(const StaffRequest& staff);

}  // namespace kb
