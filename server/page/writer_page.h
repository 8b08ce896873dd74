// What waits for writers: questions to review, flags, replies for peer review, and how publishing
// goes.
//
//   WriterPage page{.staff = site, .queues = {{"pl", 12, "/writer/review?lang=pl"}}, …};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/gap_card.h"
#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"
#include "server/page/target_lines.h"

namespace kb::page {

struct WriterPage {
  struct Queue {
    std::string lang;
    std::int64_t count;
    std::string url;
  };
  StaffSite staff = {};
  std::vector<GapCard> gaps = {};  // those that help most customers
  std::string gaps_url = {};
  std::vector<Queue> queues = {};
  std::string queue_url = {};
  std::int64_t flags = 0;
  std::string flags_url = {};  // empty: there is no such page
  std::int64_t replies = 0;    // to be rated this week; 0: not drawn yet, or none
  std::int64_t rated = 0;      // of which by whom the page is for
  std::string peer_url = {};
  std::string synonyms_url = {};
  std::string notices_url = {};
  TargetsSummary due_targets = {};  // that end soon, or have ended
  std::vector<Link> pages = {};     // further ones: what the articles need
  BuildView build = {};
  std::string publish_url = {};
};

std::string render(const Renderer& renderer, const WriterPage& page);

}  // namespace kb::page
