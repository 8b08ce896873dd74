// The ways in and out: name and password, a link that is good for once, and the way out.
//
//   {Page::login, answer_login}, {Page::logout, answer_logout}      // in the router's table
//
// Plain HTTP from another machine is told why it will not do; who is logged in already goes on.
// Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_login(const StaffRequest& staff);
http::Response answer_login_link(const StaffRequest& staff);
http::Response answer_logout(const StaffRequest& staff);

}  // namespace kb
