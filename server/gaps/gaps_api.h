// The gaps for programs: what was found, what became of it, and changing that.
//
//   GET   /api/v1/gaps?state=open&lang=pl&diagnosis=missing&limit=50&offset=0&format=json|csv
//   GET   /api/v1/gaps/7                  with its history
//   PATCH /api/v1/gaps/7                  {"version": 3, "state": "in_progress", "owner": "ana"}
//   GET   /api/v1/gaps/feed.atom          what is new of them (gap_feed.h)
//
// A PATCH whose version is not the current one is refused with 409 and the gap as it is now; one
// that asks for what cannot be with 422, and each fault named. For one request, on its thread.

#pragma once

#include "server/staff_request.h"

namespace kb {

http::Response answer_gaps_api(const StaffRequest& staff);

}  // namespace kb
