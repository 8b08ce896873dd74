// What is new of the gaps as an Atom feed: gaps that were found, and states that changed.
//
//   auto response = answer_gap_feed(staff);      // GET /api/v1/gaps/feed.atom
//
// Of the last 30 days, at most 100 entries, the newest first. For one request, on its thread.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_gap_feed(const StaffRequest& staff);

}  // namespace kb
