#include "server/page/insights_page.h"

#include <nlohmann/json.hpp>

namespace kb::page {
std::string render(const Renderer& renderer, const InsightsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("staff.insights")});
  model["insights_css_url"] = frame.asset_url("insights.css");
  model["action"] = page.action;
  model["presets"] = frame.links(page.presets);
  model["from"] = page.from;
  model["to"] = page.to;
  model["languages"] = choices(page.languages);
  model["has_categories"] = !page.categories.empty();
  model["categories"] = choices(page.categories);
  model["dimensions"] = choices(page.dimensions);
  model["steps"] = choices(page.steps);
  model["fault"] = page.fault;
  model["period"] = page.period;
  model["notes"] = page.notes;
  model["has_notes"] = !page.notes.empty();
  add_tables(frame, model, page.tables);
  add_targets(frame, model, page.targets);
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  model["tickets_url"] = page.tickets_url;
  return frame.fill("insights", model);
}

}  // namespace kb::page
