#include "server/agent/ticket_page.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/text/message.h"

namespace kb::page {

std::string render(const Renderer& renderer, const TicketPage& page) {
  const Frame frame(renderer, page.staff.site);
  const auto title = page.subject.empty()
                         ? frame.text("agent.ticket_title", {{"ticket", page.ticket}})
                         : page.subject;
  auto model = staff_model(frame, page.staff, {.title = title, .script = "agent.js"});
  frame.mark_language(model["text_language"], page.lang);
  model["agent_css_url"] = frame.asset_url("agent.css");
  model["name"] = page.ticket;
  model["question"] = page.question;
  model["answer"] = page.answer;
  model["topic"] = page.topic;
  model["created"] = text::format_date(page.created, frame.lang());
  model["created_iso"] = iso_time(page.created);
  model["satisfaction"] =
      page.satisfaction
          ? frame.text("agent.satisfaction", {{"value", std::int64_t{*page.satisfaction}}})
          : "";
  model["has_article_links"] = !page.links.empty();
  model["article_links"] = frame.links(page.links);
  model["console_url"] = page.console_url;
  model["draft_url"] = page.draft_url;
  return frame.fill("agent_ticket", model);
}

}  // namespace kb::page
