// A ticket in our own schema, which docs/tickets.md describes: a line of JSON Lines, or the body
// of a helpdesk's webhook.
//
//   {"id": "1042", "subject": "Refund?", "created": "2026-06-03T08:14:00Z", "status": "solved",
//    "messages": [{"from": "customer", "text": "…"}, {"from": "agent", "text": "…"}]}
//
// Instead of messages, `question` and `answer`; beside them, they override. Unknown keys are left
// alone; a known key with a value that makes no sense is an Error. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

Result<RawTicket> read_json_line(const nlohmann::json& object);

}  // namespace kb::tickets
