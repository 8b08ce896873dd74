// The page /agent/ticket/{source}/{id}: a resolved ticket with its redacted texts and the articles
// that were linked in it, and /agent/draft/{source}/{id}: an article begun from it.
//
//   http::Response answer = answer_ticket(staff, "zendesk/1042");
//
// Thread-safe.

#pragma once

#include <string_view>

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_ticket(const StaffRequest& staff, std::string_view key);
http::Response answer_ticket_draft(const StaffRequest& staff, std::string_view key);

}  // namespace kb
