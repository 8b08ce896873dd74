#include "server/agent/flags_page.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

std::string name_of_kind(const Frame& frame, const std::string& kind) {
  if (kind == "outdated") return frame.text("agent.flag_outdated");
  if (kind == "unclear") return frame.text("agent.flag_unclear");
  if (kind == "missing") return frame.text("agent.flag_missing");
  return frame.text("agent.flag_wrong");
}

json flag_item(const Frame& frame, const FlagLine& flag) {
  json item = {{"id", std::to_string(flag.id)},
               {"title", flag.title},
               {"url", flag.url},
               {"kind", name_of_kind(frame, flag.kind)},
               {"note", flag.note},
               {"ticket", flag.ticket},
               {"who", flag.who},
               {"at", text::format_date(flag.at, frame.lang())},
               {"at_iso", iso_time(flag.at)}};
  frame.mark_language(item, flag.lang);
  return item;
}

}  // namespace

std::string render(const Renderer& renderer, const FlagsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff, {.title = frame.text("agent.flags")});
  json owners = json::array();
  const std::string* owner = nullptr;
  for (const auto& flag : page.flags) {
    if (!owner || *owner != flag.owner)
      owners.push_back({{"owner", flag.owner.empty() ? frame.text("agent.no_owner") : flag.owner},
                        {"flags", json::array()}});
    owner = &flag.owner;
    owners.back()["flags"].push_back(flag_item(frame, flag));
  }
  model["agent_css_url"] = frame.asset_url("agent.css");
  model["action"] = page.action;
  model["back_url"] = page.back_url;
  model["has_flags"] = !owners.empty();
  model["owners"] = std::move(owners);
  return frame.fill("agent_flags", model);
}

}  // namespace kb::page
