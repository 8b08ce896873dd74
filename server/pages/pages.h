// The pages that customers read: from a request to a view model to an answer.
//
//   http::Response answer = answer_page(center, request, find_route(path));
//
// Without an index each page is a 503 that says so; a search that fails is an error page, never an
// empty result. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/route.h"

namespace kb {

http::Response answer_page(const HelpCenter& center, const http::Request& request,
                           const Route& route);

}  // namespace kb
