// Why somebody cannot be shown what they asked for: not allowed, a form that is no longer good, no
// store, no safe connection.
//
//   StaffMessage page{.staff = site, .kind = StaffMessage::Kind::forbidden};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <string>

#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct StaffMessage {
  enum class Kind {
    forbidden,  // 403: for another role
    stale,      // 403: the form's token is not this session's
    insecure,   // 403: plain HTTP from another machine
    missing,    // 404
    bad_link,   // 404: a log-in link that was used, or is too old
    away,       // 503: the store
    fault,      // 500
  };
  StaffSite staff = {};
  Kind kind = Kind::fault;
  std::string request_id = {};
  std::string back_url = {};  // empty: no link
};

std::string render(const Renderer& renderer, const StaffMessage& page);

}  // namespace kb::page
