#include "server/page/insights_page.h"

#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

using nlohmann::json;

json row_item(const Frame& frame, const InsightRow& row) {
  json item = {{"label", row.label}, {"is_words", row.is_words}, {"cells", row.cells}};
  frame.mark_language(item, row.lang.empty() ? frame.lang() : row.lang);
  return item;
}

json meaning_item(const Frame& frame, const InsightMeaning& meaning) {
  json item = {{"label", meaning.label}, {"text", meaning.text}};
  frame.mark_language(item, meaning.lang.empty() ? frame.lang() : meaning.lang);
  return item;
}

json table_item(const Frame& frame, const InsightTable& table) {
  auto rows = json::array();
  for (const auto& row : table.rows) rows.push_back(row_item(frame, row));
  auto meanings = json::array();
  for (const auto& meaning : table.meanings) meanings.push_back(meaning_item(frame, meaning));
  return {{"key", table.key},
          {"title", table.title},
          {"first_column",
           table.first_column.empty() ? frame.text("insights.figure") : table.first_column},
          {"columns", table.columns},
          {"has_rows", !rows.empty()},
          {"rows", std::move(rows)},
          {"has_meanings", !meanings.empty()},
          {"meanings", std::move(meanings)},
          {"note", table.note}};
}

}  // namespace

std::string render(const Renderer& renderer, const InsightsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("staff.insights")});
  auto tables = json::array();
  for (const auto& table : page.tables) tables.push_back(table_item(frame, table));
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
  model["has_tables"] = !tables.empty();
  model["tables"] = std::move(tables);
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  return frame.fill("insights", model);
}

}  // namespace kb::page
