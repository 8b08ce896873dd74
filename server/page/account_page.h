// One's own account: who one is, another password, where one is logged in.
//
//   AccountPage page{.staff = site, .user = "ana", .role = "writer", .sessions = {…}};
//   std::string html = render(renderer, page);
//
// Who is logged in by a proxy has neither password nor sessions here. Plain values, pure.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct SessionLine {
  std::string browser;
  std::string address;
  Time since;
  bool is_this = false;
};

struct AccountPage {
  StaffSite staff = {};
  std::string action = {};
  std::string user = {};
  std::string role = {};  // its key: "writer"
  bool by_proxy = false;
  std::vector<SessionLine> sessions = {};
  std::string current_fault = {};  // keys of texts about what was typed; empty: none
  std::string new_fault = {};
};

std::string render(const Renderer& renderer, const AccountPage& page);

}  // namespace kb::page
