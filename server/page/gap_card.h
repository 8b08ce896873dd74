// A gap at a glance: what customers asked in vain, why, how many they are, and what to do about it.
// Lists of gaps are made of these, and a gap's own page begins with one.
//
//   auto item = gap_item(frame, card);          // {{> _gap_card}}
//   spark_points({0, 3, 1}, 100, 24)            // "0.0,23.0 50.0,1.0 100.0,15.7": a line
//
// Texts are customers' words, in the gap's language. Plain values and pure functions; the functions
// are internal to server/page.

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/page/frame.h"

namespace kb::page {

// Worded by the text "gap.reason." + key.
struct GapReasonLine {
  std::string key = {};
  std::int64_t count = 0;
  std::string text = {};
};

struct GapCard {
  std::string label = {};
  std::string lang = {};
  std::string url = {};
  std::string state = "open";
  std::string owner = {};        // empty: nobody
  std::optional<Time> due = {};  // the day
  bool overdue = false;
  bool is_found = true;        // false: not among the gaps found last, so only the above is known
  std::string diagnosis = {};  // "vocabulary"
  std::vector<GapReasonLine> reasons = {};
  std::string trend = {};  // "rising"
  std::int64_t customers = 0;
  std::optional<std::int64_t> customers_before = {};
  std::int64_t tickets = 0;
  double cost = 0;  // 0: not known
  std::string currency = {};
  std::vector<std::int64_t> by_day = {};
  std::vector<std::string> samples = {};
  std::string work_url = {};  // where the work begins that the diagnosis suggests; empty: none
};

nlohmann::json gap_item(const Frame& frame, const GapCard& card);

std::string gap_state_text(const Frame& frame, std::string_view state);
std::string diagnosis_text(const Frame& frame, std::string_view diagnosis);
std::string gap_trend_text(const Frame& frame, std::string_view trend);

std::string spark_points(const std::vector<std::int64_t>& values, int width, int height);

}  // namespace kb::page
