// Daily sums of events, kept when the events themselves are gone.
//
//   put_day(sql, {.day = 20'400, .last = 812}, cells)         // in place of what was there
//   each_cell(sql, {20'373, 20'400}, "site", visit)
//
// A cell is one counter of one day for one language, category, channel and object (an article, or
// ""); what each counter means is core/insights/counter.h's. Functions on a transaction: Sql
// decides the thread.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/sql.h"

namespace kb::store {

struct RollupCell {
  std::int64_t day = 0;
  std::string part;  // "site", "article", "query": which reports read it
  std::string lang;
  std::string category;
  std::string channel;
  std::string object;
  std::string counter;
  std::int64_t value = 0;

  bool operator==(const RollupCell&) const = default;
};

// What a day's sums were made from: they are right while the events say the same.
struct RollupDay {
  std::int64_t day = 0;
  std::int64_t last = 0;   // EventDay::last then
  std::int64_t rules = 0;  // version of the rules that made the sums
  std::int64_t open = 0;   // 1: later days may still change it (7 days of confirmed deflection)

  bool operator==(const RollupDay&) const = default;
};

struct DayRange {
  std::int64_t from = 0;
  std::int64_t to = 0;  // inclusive
};

using EachCell = std::function<Result<void>(const RollupCell&)>;

Result<void> put_day(Sql& sql, const RollupDay& day, std::span<const RollupCell> cells);
Result<std::vector<RollupDay>> rollup_days(Sql& sql, const DayRange& range);
Result<void> each_cell(Sql& sql, const DayRange& range, std::string_view part,
                       const EachCell& visit);
// What was counted of one thing on a day: found at once, however much else there is.
struct RollupName {
  std::int64_t day = 0;
  std::string_view part;
  std::string_view lang;
  std::string_view object;  // of no category and channel
};
Result<void> each_cell_of(Sql& sql, const RollupName& name, const EachCell& visit);
Result<std::optional<std::int64_t>> first_rollup_day(Sql& sql);

}  // namespace kb::store
