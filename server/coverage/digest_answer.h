// /writer/digest: the weekly digest as it would be sent now, in the language of the interface.
//
//   if (rest == "digest") return answer_digest(staff);
//
// A POST mails it to gaps.digest_to at once, in the site's own language; 404 where no mail goes
// there. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

inline constexpr std::string_view kDigestPath = "/writer/digest";

http::Response answer_digest(const StaffRequest& staff);

}  // namespace kb
