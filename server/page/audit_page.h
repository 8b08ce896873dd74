// What was changed, when and by whom: the audit log, newest first, page by page.
//
//   AuditPage page{.staff = site, .action = "/admin/audit", .lines = {…}, .older_url = "…"};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct AuditLine {
  Time at;
  std::string who;
  std::string action;
  std::string object;
  std::string detail;
  std::string address;
};

struct AuditPage {
  StaffSite staff = {};
  std::string action = {};
  std::string who = {};  // only what they did; empty: everybody
  std::vector<AuditLine> lines = {};
  std::string newest_url = {};  // empty: this is the newest page
  std::string older_url = {};   // empty: there is nothing older
};

std::string render(const Renderer& renderer, const AuditPage& page);

}  // namespace kb::page
