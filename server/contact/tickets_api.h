// POST /api/v1/tickets: a ticket from a product's own contact form.
//
//   {"subject": "Money not back", "description": "…", "email": "ana@example.com", "lang": "en",
//    "form": "v1x…", "idempotency_key": "7f3c"}
//   -> 201 {"number": 1042, "url": "https://help.example/en/contact/…", "state": "open"}
//
// The rules are those of the form on the page. What is wrong is a 422 that names each field. The
// same idempotency_key, or the same form and texts, make one ticket: 200 the second time. 503:
// nothing was kept, send it again. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/route.h"

namespace kb {

http::Response answer_tickets(const HelpCenter& center, const http::Request& request,
                              const Route& route);

}  // namespace kb
