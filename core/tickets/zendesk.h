// A ticket of Zendesk's JSON export, with its comments (or its audits) and, where exported, its
// metric set and requester inside.
//
//   {"id": 35436, "subject": "Refund?", "requester_id": 20978392, "status": "solved",
//    "comments": [{"author_id": 20978392, "plain_body": "…", "public": true}], "metric_set": {…}}
//
// Who wrote a comment: the requester is the customer, everybody else an agent. A requester waits
// for agents while Zendesk counts `requester_wait_time`, which includes time on hold; agents wait
// for the customer during `agent_wait_time`. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

Result<RawTicket> read_zendesk(const nlohmann::json& ticket);

}  // namespace kb::tickets
