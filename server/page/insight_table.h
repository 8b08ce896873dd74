// A table of figures and how a chart draws it: what the pages for figures are made from.
//
//   InsightTable table{.key = "rates", .title = "How well searching goes",
//                      .columns = {{"Without results", "line"}}, .chart = {"line", "percent"}};
//   table.rows = {{.label = "March 2, 2026", .day = "2026-03-02", .cells = {{"5.0 %", 0.05}}}};
//   add_tables(frame, model, {table});      // {{#tables}}{{> _insight_table}}{{/tables}}
//
// Cells come in words, in the language of the interface; a chart (templates/assets/charts.js) draws
// the numbers beside them. Without JavaScript there are tables alone. Plain values, pure.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "server/page/frame.h"

namespace kb::page {

struct InsightCell {
  std::string text = {};
  std::optional<double> value = {};  // nothing: not known, or not a number
  std::optional<double> upper = {};  // of a range that begins with value
};

struct InsightRow {
  std::string label = {};
  std::string lang = {};  // of the label, where it is not the interface's words; empty: they are
  bool is_words = true;   // false: a name or query, in whatever direction it reads
  std::string day = {};   // "2026-03-02", where the row is that of a day or of what begins on it
  std::vector<InsightCell> cells = {};
  Link work = {};  // what the figure asks for, and where that is done; may be empty
};

struct InsightMeaning {
  std::string label = {};
  std::string text = {};
};

struct InsightColumn {
  std::string text = {};
  std::string draw = {};  // "line", "band" (a range), "bar", "mark" (a moment); empty: not drawn
};

struct InsightChart {
  std::string kind = {};  // "line" and "bar": rows from left to right; "rows": one below the other
  std::string unit = {};  // of the axis: "percent", "hours", "points"; empty: a number of things
  bool is_stacked = false;
};

struct InsightTable {
  std::string key = {};  // unique on the page: "search"
  std::string title = {};
  std::string first_column = {};  // what the rows are; empty: figures
  std::vector<InsightColumn> columns = {};
  std::vector<InsightRow> rows = {};
  std::vector<InsightMeaning> meanings = {};
  std::string note = {};    // below the table; may be empty
  InsightChart chart = {};  // no kind: a table alone
};

// With the addresses of the scripts, where any table has a chart.
void add_tables(const Frame& frame, nlohmann::json& model, const std::vector<InsightTable>& tables);

}  // namespace kb::page
