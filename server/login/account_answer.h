// /account: one's own account; another password, log out everywhere else.
//
//   {Page::account, answer_account}      // in the router's table
//
// Another password ends all other sessions. Guesses at the current one are slowed down like guesses
// at log-in. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_account(const StaffRequest& staff);

}  // namespace kb
