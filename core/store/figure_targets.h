// What a team wants a figure to be by a day, and what must not get worse for it.
//
//   add_target(sql, {.figure = "zero_result_rate", .lang = "pl", .goal = 0.05, .by_day = 20'514,
//                    .guard = "helpfulness", .guard_limit = 0.8, .who = "ana", .created = now});
//
// Figures are those of docs/insights.md, by name. Functions on a transaction: Sql decides the
// thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/store/sql.h"

namespace kb::store {

struct FigureTarget {
  std::int64_t id = 0;  // given by add_target
  std::string figure = {};
  std::string lang = {};      // empty: all
  std::string category = {};  // likewise
  bool at_most = true;        // the goal is a ceiling; false: a floor
  double goal = 0;
  std::optional<double> start = {};  // of the 28 days before it was set; nothing: not known
  std::int64_t by_day = 0;           // since 1970-01-01
  std::string guard = {};            // a figure that must hold; empty: none
  bool guard_at_most = false;
  double guard_limit = 0;
  std::string who = {};
  Time created = {};
  std::optional<Time> closed = {};

  bool operator==(const FigureTarget&) const = default;
};

Result<std::int64_t> add_target(Sql& sql, const FigureTarget& target);
Result<std::vector<FigureTarget>> list_targets(Sql& sql);        // open ones, the soonest first
Result<bool> close_target(Sql& sql, std::int64_t id, Time now);  // false: not open

}  // namespace kb::store
