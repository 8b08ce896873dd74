// The gaps that wait for writers, what to choose them by, and why there are none where there are
// none.
//
//   GapQueuePage page{.staff = site, .action = "/writer/gaps", .gaps = {…}};
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

namespace kb::page {

struct GapQueuePage {
  enum class Empty { not_yet, no_events, none, none_chosen };
  struct Tab {
    std::string key = {};  // a state, "mine", or "" for all
    std::string url = {};
    std::int64_t count = 0;
    bool is_current = false;
  };
  StaffSite staff = {};
  std::string action = {};
  std::vector<Tab> tabs = {};
  std::string state = {};  // of the current tab
  std::vector<std::string> languages = {};
  std::string lang = {};       // chosen; empty: all
  std::string diagnosis = {};  // likewise
  std::string trend = {};
  std::string order = "rank";
  std::optional<Time> made = {};
  std::int64_t days = 0;     // that the report looks at
  std::string problem = {};  // why gaps were not found anew; empty: they were
  std::int64_t count = 0;    // of all pages
  std::vector<GapCard> gaps = {};
  Empty empty = Empty::none;
  Paging paging = {};
  std::string csv_url = {};
  std::string json_url = {};
  std::string feed_url = {};
};

std::string render(const Renderer& renderer, const GapQueuePage& page);

}  // namespace kb::page
