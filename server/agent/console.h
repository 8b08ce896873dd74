// The page /agent, and /agent/panel, which is the same for a helpdesk's sidebar.
//
//   http::Response answer = answer_console(staff);
//
// GET with a short `q`, or a ticket that the store knows; POST with a message. What the page notes
// down (console_actions.h) is answered with the same results again or, where the script asks, as
// JSON: {"said": "…"}. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_console(const StaffRequest& staff);

}  // namespace kb
