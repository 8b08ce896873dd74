#include "server/page/audit_page.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::page {
namespace {

// "2026-03-14 08:30:00": a log is read by comparing.
std::string plain_time(Time time) {
  auto text = iso_time(time);
  text[10] = ' ';
  text.pop_back();
  return text;
}

}  // namespace

std::string render(const Renderer& renderer, const AuditPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff, {.title = frame.text("staff.audit")});
  auto lines = nlohmann::json::array();
  for (const auto& line : page.lines)
    lines.push_back({{"at", plain_time(line.at)},
                     {"at_iso", iso_time(line.at)},
                     {"who", line.who},
                     {"action", line.action},
                     {"object", line.object},
                     {"detail", line.detail},
                     {"address", line.address}});
  model["action"] = page.action;
  model["who"] = page.who;
  model["has_lines"] = !lines.empty();
  model["lines"] = std::move(lines);
  model["newest_url"] = page.newest_url;
  model["older_url"] = page.older_url;
  return frame.fill("audit", model);
}

}  // namespace kb::page
