// /writer/wishes: what customers wish for, for product teams: the wish of most customers first.
//
//   GET /writer/wishes?type=bug&lang=pl&page=2
//   POST /writer/wishes                          all of them to gaps.digest_webhook, at once
//   GET /api/v1/wishes?…&format=json|csv         the same for programs, all at once
//
// The page takes a type that is none for none chosen; the API refuses it. Without a webhook there
// is nothing to post to: 404. Who may ask is decided before. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

inline constexpr std::string_view kWishesPath = "/writer/wishes";

http::Response answer_wishes(const StaffRequest& staff);
http::Response answer_wishes_api(const StaffRequest& staff);

}  // namespace kb
