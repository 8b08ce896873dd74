// The pages on which somebody logs in: with name and password, or by a link that is good for once
// and lets them choose a password.
//
//   LoginPage page{.staff = site, .action = "/login", .next = "/agent", .fault =
//   LoginFault::wrong}; std::string html = render(renderer, page);
//
// Plain values and pure functions. No page ever says which of name and password was wrong.

#pragma once

#include <cstdint>
#include <string>

#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

enum class LoginFault { none, wrong, wait, busy };

struct LoginPage {
  StaffSite staff = {};
  std::string action = {};
  std::string next = {};  // where to go on to; may be empty
  std::string user = {};  // as typed before
  LoginFault fault = LoginFault::none;
  std::int64_t wait_seconds = 0;
};

struct LoginLinkPage {
  StaffSite staff = {};
  std::string action = {};
  std::string user = {};
  std::string fault = {};  // key of a text; empty: none
};

std::string render(const Renderer& renderer, const LoginPage& page);
std::string render(const Renderer& renderer, const LoginLinkPage& page);

}  // namespace kb::page
