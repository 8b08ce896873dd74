// Types and topics over time: which are new, which rise, which fade.
//
//   for (const Trend& topic : trends_of(sightings, steps, true)) …
//   direction_name(*topic.direction)          // "rising"
//
// A name is new where it was first seen in the period, and gone where it was seen in the period
// before but not in this one. Else it rises or falls where the two-sided test of two Poisson rates
// (rate_test.h, adjusted by Holm over all the names) finds a chance below 5 %. Where the tickets do
// not reach back over the whole period before, nothing is said. Pure, thread-safe.

#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/insights/name_table.h"
#include "core/insights/period.h"

namespace kb::insights {

enum class Direction { fresh, rising, steady, falling, gone };

std::string_view direction_name(Direction direction);  // "new", "rising", …

struct Trend {
  std::uint32_t name = kNoName;  // a NameId, or a TicketType's number
  std::int64_t now = 0;
  std::optional<std::int64_t> before;
  std::vector<std::int64_t> by_step;
  std::optional<double> p;  // adjusted; nothing where nothing is compared
  std::optional<Direction> direction;

  bool operator==(const Trend&) const = default;
};

using Sighting = std::pair<std::uint32_t, Time>;

// `steps` are those of the period; `compares`: whether the tickets reach back that far. The most
// frequent first, then by name's number.
std::vector<Trend> trends_of(const std::vector<Sighting>& sightings,
                             const std::vector<Period>& steps, bool compares);

}  // namespace kb::insights
