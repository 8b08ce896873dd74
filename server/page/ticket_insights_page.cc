#include "server/page/ticket_insights_page.h"

#include <nlohmann/json.hpp>

namespace kb::page {

std::string render(const Renderer& renderer, const TicketInsightsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("tickets.title")});
  model["insights_css_url"] = frame.asset_url("insights.css");
  model["action"] = page.action;
  model["presets"] = frame.links(page.presets);
  model["from"] = page.from;
  model["to"] = page.to;
  model["languages"] = choices(page.languages);
  model["has_topics"] = !page.topics.empty();
  model["topics"] = choices(page.topics);
  model["dimensions"] = choices(page.dimensions);
  model["fault"] = page.fault;
  model["period"] = page.period;
  model["notes"] = page.notes;
  model["has_notes"] = !page.notes.empty();
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  model["insights_url"] = page.insights_url;
  add_tables(frame, model, page.tables);
  return frame.fill("ticket_insights", model);
}

}  // namespace kb::page
