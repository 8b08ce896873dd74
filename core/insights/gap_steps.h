// How the work on gaps goes: step by step, how many were found, published and closed, and how many
// stayed open.
//
//   gap_steps(gaps, changes, split(period, Step::week), calendar)
//     -> {{.found = 4, .published = 1, .closed = 0, .open = 4}, …}
//
// Closed are verified gaps and those that won't be fixed; what was closed and came back is open
// again. Gaps that were merged into others are no gaps of their own. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/insights/period.h"
#include "core/store/gap_table.h"
#include "core/text/calendar.h"

namespace kb::insights {

struct GapStep {
  std::int64_t found = 0;
  std::int64_t published = 0;
  std::int64_t closed = 0;
  std::int64_t open = 0;  // at its end

  bool operator==(const GapStep&) const = default;
};

// `changes` in any order; `steps` follow one another, their days as `calendar` has them.
std::vector<GapStep> gap_steps(std::span<const store::Gap> gaps,
                               std::span<const store::GapChange> changes,
                               const std::vector<Period>& steps, const text::Calendar& calendar);

}  // namespace kb::insights
