// The JSON API for programs: /api/v1. templates/openapi.json describes it.
//
//   http::Response answer = answer_api(center, request, find_route(path));
//
// Errors are application/problem+json. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/route.h"

namespace kb {

http::Response answer_api(const HelpCenter& center, const http::Request& request,
                          const Route& route);

}  // namespace kb
