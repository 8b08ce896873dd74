// What the pages for agents, writers and admins have around them: a header with what their role may
// see, who is logged in, the way out, and what was just done.
//
//   struct FlagsPage { StaffSite staff; … };
//   const Frame frame(renderer, page.staff.site);
//   auto model = staff_model(frame, page.staff, {.title = frame.text("agent.flags")});
//   return frame.fill("flags", model);
//
// The template gets `csrf` for the hidden field of each form: {{> _csrf}}. Plain values and pure
// functions; internal to server/page but for StaffSite.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "server/page/frame.h"
#include "server/page/layout.h"

namespace kb::page {

// A part of the staff's pages, as a link in the header.
struct StaffLink {
  std::string section;  // "agent": worded by the text "staff.agent"
  std::string url;
};

struct StaffSite {
  Site site = {};
  std::string section = {};           // the current one
  std::vector<StaffLink> links = {};  // that this role may follow
  std::string user_name = {};         // empty: nobody is logged in
  std::string account_url = {};
  std::string logout_url = {};  // empty: a proxy has logged in who is here
  std::string csrf = {};
  std::string done = {};  // key of a text: what the last request did; may be empty
  bool embedded = false;  // in another site's page: no header, no footer
};

struct StaffHead {
  std::string title = {};
  std::string script = {};  // an asset, "console.js"; empty: none
};

nlohmann::json staff_model(const Frame& frame, const StaffSite& staff, const StaffHead& head);

}  // namespace kb::page
