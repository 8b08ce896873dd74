// The page /agent/flags: what agents found wrong with articles, for those who mend them.
//
//   http::Response answer = answer_flags(staff);
//
// GET lists the open ones, POST with `id` and `note` closes one. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_flags(const StaffRequest& staff);

}  // namespace kb
