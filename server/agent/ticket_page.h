// One resolved ticket, as the store has it: redacted.
//
//   TicketPage page{.staff = site, .ticket = "zendesk/1042", .question = …};
//   std::string html = render(renderer, page);
//
// Plain values, pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct TicketPage {
  StaffSite staff = {};
  std::string ticket = {};  // "zendesk/1042"
  std::string subject = {};
  std::string lang = {};
  std::string question = {};
  std::string answer = {};  // may be empty
  std::string topic = {};
  Time created = {};
  std::optional<int> satisfaction = {};
  std::vector<ArticleLink> links = {};
  std::string console_url = {};  // what helps with this ticket
  std::string draft_url = {};
};

std::string render(const Renderer& renderer, const TicketPage& page);

}  // namespace kb::page
