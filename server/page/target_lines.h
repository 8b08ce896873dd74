// A team's targets in words: what each asks for, where it stands, how it will probably end.
//
//   TargetsSummary targets{.lines = {{.id = 3, .title = "Searches without results: at most 5.0 %",
//                                     .outlook = "likely_reached", .done = 40}}, .url = "…"};
//   add_targets(frame, model, targets);      // {{> _targets}}, {{> _target}}
//
// Keys of states are those of core/insights/figure_progress.h. Plain values, pure; add_targets is
// internal to server/page.

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "server/page/frame.h"

namespace kb::page {

struct TargetLine {
  std::int64_t id = 0;
  std::string title = {};   // "Searches without results, Polish: at most 5.0 %"
  std::string by = {};      // "March 31, 2026"
  std::string by_day = {};  // "2026-03-31"
  std::string who = {};
  std::string start = {};        // "8.2 %"
  std::string now = {};          // "6.1 % (5.0 % to 7.4 %)"
  std::string goal = {};         // "5.0 %"
  std::optional<int> done = {};  // percent of the way from start to goal
  std::string outlook = {};      // "likely_missed"
  std::string expected = {};     // "4.1 % to 7.9 %"; may be empty
  std::string guard = {};        // "Found the answer helpful: at least 80.0 %"; empty: none
  std::string guard_state = {};  // "holds", "broken", "unknown"
  std::string guard_now = {};    // "83.0 %"
};

struct TargetsSummary {
  std::vector<TargetLine> lines = {};
  std::string url = {};  // of the page with all of them; empty: nothing is said
};

nlohmann::json target_item(const Frame& frame, const TargetLine& line);
void add_targets(const Frame& frame, nlohmann::json& model, const TargetsSummary& targets);

}  // namespace kb::page
