// Keeps the daily sums what the events say, and reads them so that they always are.
//
//   refresh_rollups(store, calendar.day_of(clock.now()))       // now and then, and before events
//   go read_sums(sql, {20'373, 20'400}, kSitePart, visit)         // exact at any time
//   sums_state(sql, days) == then      // nothing came since: what was made of them is still right
//
// A day is summed anew when events came since, when the rules have changed, and, for eight days,
// when a later ticket belongs to it. Days whose events are gone keep the sums they have. One day's
// sums are in memory at a time, and of the events one visitor's. refresh_rollups is thread-safe as
// the store is; two at once do the same work twice, no harm. Failures are the store's.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/event_table.h"
#include "core/store/rollup_table.h"
#include "core/store/store.h"

namespace kb::insights {

// The days that were summed, in order. Each is written in a transaction of its own: an Error leaves
// those before it done.
Result<std::vector<std::int64_t>> refresh_rollups(store::Store& store, std::int64_t today);

// Cells of days whose sums are right as they are kept, of the others summed on the spot; in no
// particular order. `visit` must not use this Sql.
Result<void> read_sums(store::Sql& sql, const store::DayRange& range, std::string_view part,
                       const store::EachCell& visit);

// Which days of a range have right sums in the store, and up to which event the others go: while it
// is the same, so are the sums.
struct SumsState {
  std::vector<store::RollupDay> kept = {};
  std::vector<store::EventDay> stale = {};
  std::int64_t first_event_day = 0;  // once older events are gone, rare queries go, too

  bool operator==(const SumsState&) const = default;
};
Result<SumsState> sums_state(store::Sql& sql, const store::DayRange& range);

struct PartOfSums {
  std::string_view part;
  store::DayRange days;
};
// Several parts in one pass: a day that is summed on the spot is summed once.
Result<void> read_sums(store::Sql& sql, const SumsState& state, std::span<const PartOfSums> parts,
                       const store::EachCell& visit);
// Only what is summed on the spot.
Result<void> read_stale_sums(store::Sql& sql, const SumsState& state,
                             std::span<const PartOfSums> parts, const store::EachCell& visit);

// From the events alone.
Result<std::vector<store::RollupCell>> sum_day(store::Sql& sql, std::int64_t day);

}  // namespace kb::insights
