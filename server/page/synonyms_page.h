// What customers call otherwise than the articles do: proposals with their evidence, and two
// buttons each.
//
//   SynonymsPage page{.staff = site, .action = "/writer/synonyms", .is_found = true,
//                     .proposals = {{.lang = "pl", .asked = "kasy", .found = "kosztów", …}}};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct ProposedSynonym {
  std::string lang = {};
  std::string asked = {};
  std::string found = {};
  std::int64_t customers = 0;                                      // went from the one to the other
  std::int64_t asked_by = 0;                                       // of so many
  std::vector<std::pair<std::string, std::string>> examples = {};  // what was asked, then found
  std::string article = {};                                        // what they opened; empty: gone
  std::string article_url = {};
};

struct SynonymsPage {
  StaffSite staff = {};
  std::string action = {};
  std::string decide_url = {};  // the action with the chosen language
  std::vector<Choice> languages = {};
  bool is_found = false;     // false: gaps were not looked for yet
  std::string problem = {};  // why the last one could not be written
  std::vector<ProposedSynonym> proposals = {};
};

std::string render(const Renderer& renderer, const SynonymsPage& page);

}  // namespace kb::page
