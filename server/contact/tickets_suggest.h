// POST /api/v1/tickets/suggest: what may answer a customer before they send their ticket.
//
//   {"subject": "Money not back", "description": "I returned the hub …", "lang": "en"}
//   -> {…, "form": "v1x…", "holdout": false, "results": [{…, "passage_html": "<p>…"}]}
//
// For everyone, so articles and answers for everyone alone: results as in /search, with the passage
// that answers. The first call opens a form, and draws whether it shows suggestions; the others
// name it with `form`. What is typed is not kept. Errors are application/problem+json. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_ticket_suggestions(const HelpCenter& center, const http::Request& request);

}  // namespace kb
