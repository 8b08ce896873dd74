// The figures of visits for writers: what to choose them by, the team's targets, and table after
// table of figures, as charts where there is JavaScript, each with what its figures mean.
//
//   InsightsPage page{.staff = site, .action = "/writer/insights", .tables = {…}};
//   std::string html = render(renderer, page);
//
// Cells come in words, in the language of the interface. Plain values, pure.

#pragma once

#include <string>
#include <vector>

#include "server/page/insight_table.h"
#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"
#include "server/page/target_lines.h"

namespace kb::page {

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
  TargetsSummary targets = {};
  std::vector<InsightTable> tables = {};  // none: nothing is known of the period
  std::string csv_url = {};
  std::string json_url = {};
  std::string tickets_url = {};  // of the figures of tickets
};

std::string render(const Renderer& renderer, const InsightsPage& page);

}  // namespace kb::page
