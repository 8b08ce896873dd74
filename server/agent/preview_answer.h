// The page /agent/preview/{lang}/{id}: an article in the version for agents.
//
//   http::Response answer = answer_preview(staff, "pl/billing/refund");
//
// Thread-safe.

#pragma once

#include <string_view>

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_preview(const StaffRequest& staff, std::string_view place);

}  // namespace kb
