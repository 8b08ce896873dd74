// The agents' pages: /agent and what lies below it.
//
//   case Page::agent: return answer_staff(center, request, route, *permission, answer_agent);
//
// /agent the console, /agent/panel the same in a sidebar, /agent/flags, /agent/preview/…,
// /agent/ticket/…, /agent/draft/…. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_agent(const StaffRequest& staff);

}  // namespace kb
