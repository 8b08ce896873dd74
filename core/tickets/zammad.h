// A ticket of Zammad, as its API gives it (with ?expand=true or ?all=true), with its articles
// inside.
//
//   {"id": 77, "number": "65042", "title": "Refund?", "state": "closed", "customer": "ana@…",
//    "articles": [{"sender": "Customer", "internal": false, "content_type": "text/html", …}]}
//
// States and groups may be names or objects with one. The number is what customers see, and is the
// ticket's id here. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

Result<RawTicket> read_zammad(const nlohmann::json& ticket);

}  // namespace kb::tickets
