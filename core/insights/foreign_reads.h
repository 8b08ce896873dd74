// Who asked in one language and was given an article in another: what a missing translation costs.
//
//   add_foreign_reads(sums, events_of_one_visitor);       // a cell a day, asked in and given
//   read_foreign_reads(sql, {20'373, 20'400})             // {"pl", "en/billing/refund", 12, 4}
//
// What somebody asks in is the language of the search that led to the article, else that of the
// page. Visitors are those of one day, so the numbers of several days add up; who asks not to be
// tracked is none. Pure but for the store, which decides the thread.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/insights/cell_sums.h"
#include "core/store/event.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"

namespace kb::insights {

// Part of the sums: under the language asked in; the object is what was given.
inline constexpr std::string_view kForeignPart = "foreign";

struct ForeignReads {
  std::string lang = {};      // asked in
  std::string object = {};    // given: "en/billing/refund"
  std::int64_t visitors = 0;  // who opened it
  std::int64_t clicks = 0;    // of searches

  bool operator==(const ForeignReads&) const = default;
};

void add_foreign_reads(CellSums& sums, std::span<const store::Event> visitor);

// Summed over the days; ordered by language and object.
Result<std::vector<ForeignReads>> read_foreign_reads(store::Sql& sql, const store::DayRange& days);

}  // namespace kb::insights
