#include "server/page/account_page.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::page {
namespace {

std::string name_of_role(const Frame& frame, const std::string& role) {
  if (role == "admin") return frame.text("account.role_admin");
  if (role == "writer") return frame.text("account.role_writer");
  return frame.text("account.role_agent");
}

}  // namespace

std::string render(const Renderer& renderer, const AccountPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff, {.title = frame.text("account.title")});
  auto sessions = nlohmann::json::array();
  for (const auto& session : page.sessions)
    sessions.push_back({{"browser", session.browser},
                        {"address", session.address},
                        {"since", text::format_date(session.since, frame.lang())},
                        {"since_iso", iso_time(session.since)},
                        {"is_this", session.is_this}});
  const auto words = [&](const std::string& key) { return key.empty() ? key : frame.text(key); };
  model["action"] = page.action;
  model["user"] = page.user;
  model["role"] = name_of_role(frame, page.role);
  model["by_proxy"] = page.by_proxy;
  model["sessions"] = std::move(sessions);
  model["current_fault"] = words(page.current_fault);
  model["new_fault"] = words(page.new_fault);
  return frame.fill("account", model);
}

}  // namespace kb::page
