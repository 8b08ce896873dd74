// What was counted in the weeks up to a day: what targets are measured by.
//
//   const HistoryWish wishes[] = {{.lang = "pl", .until = today}};
//   auto histories = store.read([&](store::Sql& sql) { return read_histories(sql, wishes); });
//   measure(rule, Measured{.counts = histories->front().recent()})       // the last 28 days
//
// Weeks are stretches of seven days that end with the day before `until`, so each is whole. One
// pass over the daily sums, however many wishes. Plain values; reading is for the thread of the
// transaction, and fails as the store does.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/insights/visit_counts.h"
#include "core/store/sql.h"

namespace kb::insights {

inline constexpr std::size_t kHistoryWeeks = 16;
inline constexpr std::size_t kRecentWeeks = 4;

struct HistoryWish {
  std::string lang = {};      // empty: all
  std::string category = {};  // likewise
  std::int64_t until = 0;     // a day since 1970-01-01; not this day itself
};

struct FigureHistory {
  std::array<VisitCounts, kHistoryWeeks> weeks = {};  // the last one last
  std::size_t known_weeks = 0;                        // how many of them, from the last back

  VisitCounts recent() const;  // the last four
};

Result<std::vector<FigureHistory>> read_histories(store::Sql& sql,
                                                  std::span<const HistoryWish> wishes);

}  // namespace kb::insights
