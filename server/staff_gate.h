// The way to every page that is not for customers: who asks, whether they may, whether a form is
// really theirs; only then is the page's own function called.
//
//   return answer_staff(center, request, route, *permission, answer_account);
//
// Who is not logged in is led to /login and back; who may not, whose form is stale, or who comes
// when the store is away gets a page that says so, a program gets a problem. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/login/permissions.h"
#include "server/staff_request.h"

namespace kb {

using StaffAnswer = http::Response (*)(const StaffRequest&);

http::Response answer_staff(const HelpCenter& center, const http::Request& request,
                            const Route& route, const Permission& permission, StaffAnswer answer);

}  // namespace kb
