// The replies that colleagues look at in one week: drawn at random, the same however often one
// draws, since it depends on the week and a key of the store alone.
//
//   auto drawn = draw_sample(sql, "2026-W47", {.from = monday, .until = next_monday}, 10);
//   auto sample = sample_of(sql, "2026-W47");      // {{"zendesk", "1042"}, …}; empty: not drawn
//   yet
//
// A week that was drawn stays as it is, whatever is imported later. Functions on a transaction: Sql
// decides the thread.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct TicketName {
  std::string source;
  std::string ticket;

  auto operator<=>(const TicketName&) const = default;
};

struct Period {
  Time from;   // inclusive
  Time until;  // not this second itself
};

// Draws from the replies of tickets solved in `period`, no more than `size`; a week that has a
// sample keeps it, one without replies has none. Gives the week's sample.
Result<std::vector<TicketName>> draw_sample(Sql& sql, std::string_view week, const Period& period,
                                            std::size_t size);

// In the order of (source, ticket).
Result<std::vector<TicketName>> sample_of(Sql& sql, std::string_view week);

// The weeks that have one, newest first.
Result<std::vector<std::string>> sampled_weeks(Sql& sql, int limit);

}  // namespace kb::store
