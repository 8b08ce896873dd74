// Lets somebody in: a new session under a new secret, whatever cookie the browser came with.
//
//   auto secret = open_session(sql, staff, user);         // in the transaction that lets them in
//   return with_session(staff.done("/account", ""), staff, *secret);
//
// The session that the browser had ends: nobody goes on under an id that somebody else may have
// planted. Functions on one request.

#pragma once

#include <string>

#include "core/store/users.h"
#include "server/staff_request.h"

namespace kb {

Result<std::string> open_session(store::Sql& sql, const StaffRequest& staff,
                                 const store::User& user);

http::Response with_session(http::Response response, const StaffRequest& staff,
                            const std::string& secret);

// Where somebody goes who has just logged in: `next` if it is a path of this site, else what their
// role begins with.
std::string place_after_login(const StaffRequest& staff, std::string_view next);

}  // namespace kb
