// Days whose sums a ticket has changed that was sent on a later one: its form was opened that day,
// or its customer had said that day that it was solved.
//
//   const auto changed = changed_by_late_tickets(sql, open_days);     // of store::rollup_days
//
// Tickets that a day's sums know already (event ids up to RollupDay::last) change nothing. Reads
// contact events of those days and the seven after; functions on a transaction: Sql decides the
// thread.

#pragma once

#include <cstdint>
#include <set>
#include <span>

#include "core/base/result.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"

namespace kb::insights {

Result<std::set<std::int64_t>> changed_by_late_tickets(store::Sql& sql,
                                                       std::span<const store::RollupDay> days);

}  // namespace kb::insights
