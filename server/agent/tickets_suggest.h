// POST /api/v1/tickets/suggest: what may answer a customer before they send their ticket.
//
//   {"subject": "Money not back", "description": "I returned the hub …", "lang": "en"}
//
// For everyone, so articles and answers for everyone alone: results as in /search. Nothing of it is
// kept. Errors are application/problem+json. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_ticket_suggestions(const HelpCenter& center, const http::Request& request);

}  // namespace kb
