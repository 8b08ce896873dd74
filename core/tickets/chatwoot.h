// A conversation of Chatwoot, as its API gives it, with the messages inside.
//
//   {"id": 381, "status": "resolved", "created_at": 1780474440, "meta": {"sender": {…}},
//    "messages": [{"message_type": 0, "content": "…", "created_at": 1780474440}]}
//
// Incoming messages are the customer's, outgoing and template ones an agent's or the system's;
// private notes are not public. Times are seconds since 1970. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

Result<RawTicket> read_chatwoot(const nlohmann::json& conversation);

}  // namespace kb::tickets
