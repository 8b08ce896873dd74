#include "server/page/insight_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

using nlohmann::json;

// As scripts read numbers; empty where it is not known.
std::string script_number(const std::optional<double>& number) {
  if (!number) return {};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", *number);
  return text.data();
}

json insight_cell(const InsightCell& cell) {
  return {{"text", cell.text},
          {"value", script_number(cell.value)},
          {"upper", script_number(cell.upper)}};
}

json insight_row(const Frame& frame, const InsightRow& row) {
  auto cells = json::array();
  for (const auto& cell : row.cells) cells.push_back(insight_cell(cell));
  json item = {
      {"label", row.label},        {"is_words", row.is_words},   {"day", row.day},
      {"cells", std::move(cells)}, {"work_text", row.work.text}, {"work_url", row.work.url}};
  frame.mark_language(item, row.lang.empty() ? frame.lang() : row.lang);
  return item;
}

json column_item(const InsightColumn& column) {
  return {{"text", column.text}, {"draw", column.draw}};
}

json meaning_item(const InsightMeaning& meaning) {
  return {{"label", meaning.label}, {"text", meaning.text}};
}

json table_item(const Frame& frame, const InsightTable& table) {
  auto columns = json::array();
  for (const auto& column : table.columns) columns.push_back(column_item(column));
  auto rows = json::array();
  for (const auto& row : table.rows) rows.push_back(insight_row(frame, row));
  auto meanings = json::array();
  for (const auto& meaning : table.meanings) meanings.push_back(meaning_item(meaning));
  return {{"key", table.key},
          {"title", table.title},
          {"first_column",
           table.first_column.empty() ? frame.text("insights.figure") : table.first_column},
          {"columns", std::move(columns)},
          {"has_rows", !rows.empty()},
          {"rows", std::move(rows)},
          {"has_meanings", !meanings.empty()},
          {"meanings", std::move(meanings)},
          {"note", table.note},
          {"chart", table.chart.kind},
          {"chart_unit", table.chart.unit},
          {"is_stacked", table.chart.is_stacked}};
}

}  // namespace

void add_tables(const Frame& frame, json& model, const std::vector<InsightTable>& tables) {
  auto items = json::array();
  for (const auto& table : tables) items.push_back(table_item(frame, table));
  model["has_tables"] = !items.empty();
  model["tables"] = std::move(items);
  const bool has_charts = std::ranges::any_of(
      tables, [](const InsightTable& table) { return !table.chart.kind.empty(); });
  model["chart_library_url"] = has_charts ? frame.asset_url("chart.js") : "";
  model["charts_js_url"] = has_charts ? frame.asset_url("charts.js") : "";
}

}  // namespace kb::page
