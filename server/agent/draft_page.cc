#include "server/agent/draft_page.h"

#include <nlohmann/json.hpp>

namespace kb::page {

std::string render(const Renderer& renderer, const DraftPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff,
                           {.title = frame.text("agent.draft_title"), .script = "agent.js"});
  model["agent_css_url"] = frame.asset_url("agent.css");
  model["advice"] = frame.text("agent.draft_advice", {{"file", frame.isolated(page.file)}});
  model["draft"] = page.draft;
  model["back_url"] = page.back_url;
  model["action"] = page.action;
  model["text"] = page.text;
  model["ticket"] = page.ticket;
  model["customer_lang"] = page.customer_lang;
  return frame.fill("agent_draft", model);
}

}  // namespace kb::page
