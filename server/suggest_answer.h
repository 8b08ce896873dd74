// What is offered while somebody types: GET /api/v1/suggest, as templates/openapi.json describes
// it.
//
//   http::Response answer = answer_suggestions(center, request);   // ?q=reset+pas&lang=en
//
// Articles and queries, at most ten each; browsers may keep an answer for a minute. Errors are
// application/problem+json. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_suggestions(const HelpCenter& center, const http::Request& request);

}  // namespace kb
