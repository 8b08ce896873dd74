// The figures of visits for writers: what to choose them by, and table after table of figures, each
// with what its figures mean.
//
//   InsightsPage page{.staff = site, .action = "/writer/insights", .tables = {…}};
//   std::string html = render(renderer, page);
//
// Cells come in words, in the language of the interface. Plain values, pure.

#pragma once

#include <string>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct InsightRow {
  std::string label = {};
  std::string lang = {};  // of the label, where it is not the interface's words; empty: they are
  bool is_words = true;   // false: a name or query, in whatever direction it reads
  std::vector<std::string> cells = {};
};

struct InsightMeaning {
  std::string label = {};
  std::string text = {};
  std::string lang = {};  // of the text; empty: the interface's
};

struct InsightTable {
  std::string key = {};  // unique on the page: "search"
  std::string title = {};
  std::string first_column = {};  // what the rows are; empty: figures
  std::vector<std::string> columns = {};
  std::vector<InsightRow> rows = {};
  std::vector<InsightMeaning> meanings = {};
  std::string note = {};  // below the table; may be empty
};

struct InsightsPage {
  StaffSite staff = {};
  std::string action = {};
  std::vector<Link> presets = {};  // periods, as links
  std::string from = {};           // "2026-03-01"
  std::string to = {};
  std::vector<Choice> languages = {};
  std::vector<Choice> categories = {};
  std::vector<Choice> dimensions = {};
  std::vector<Choice> steps = {};
  std::string fault = {};   // what is wrong with the question; may be empty
  std::string period = {};  // in words, with the one before
  std::vector<std::string> notes = {};
  std::vector<InsightTable> tables = {};  // none: nothing is known of the period
  std::string csv_url = {};
  std::string json_url = {};
};

std::string render(const Renderer& renderer, const InsightsPage& page);

}  // namespace kb::page
