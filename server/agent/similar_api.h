// The JSON API for helpdesks: /api/v1/similar, for agents and programs in their name.
//
//   GET  /api/v1/similar?ticket=zendesk/1042          of a ticket that the store knows
//   POST /api/v1/similar {"text": "…", "lang": "pl"}  of a message
//
// Articles and answers as in /search, in the version for agents; then resolved tickets that ask the
// same; then the topic that these speak for. Errors are application/problem+json. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_similar(const StaffRequest& staff);

}  // namespace kb
