// The figures of support for writers: what to choose them by, and table after table, as charts
// where there is JavaScript.
//
//   TicketInsightsPage page{.staff = site, .action = "/writer/tickets", .tables = {…}};
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

namespace kb::page {

struct TicketInsightsPage {
  StaffSite staff = {};
  std::string action = {};
  std::vector<Link> presets = {};  // periods, as links
  std::string from = {};           // "2026-03-01"
  std::string to = {};
  std::vector<Choice> languages = {};
  std::vector<Choice> topics = {};
  std::vector<Choice> dimensions = {};
  std::string fault = {};   // what is wrong with the question; may be empty
  std::string period = {};  // in words, with the one before
  std::vector<std::string> notes = {};
  std::vector<InsightTable> tables = {};  // none: nothing is known of the period
  std::string csv_url = {};
  std::string json_url = {};
  std::string insights_url = {};
};

std::string render(const Renderer& renderer, const TicketInsightsPage& page);

}  // namespace kb::page
