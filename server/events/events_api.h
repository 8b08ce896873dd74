// POST /api/v1/events: what browsers and products tell, kept before it is acknowledged.
//
//   http::Response response = answer_events(center, request);
//   response.later                // 202 {accepted, rejected, known} once the batch is on disk
//
// No worker waits for the disk. Malformed: 400, too large: 413, too many: 429, no room: 503; a
// single event that cannot be is rejected with its reason, the others are kept. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_events(const HelpCenter& center, const http::Request& request);

}  // namespace kb
