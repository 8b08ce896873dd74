// All events of some days, line by line, with the sessions that they belong to.
//
//   export_events(sql, {20'373, 20'400}, EventLines::events, print)      // print("{…}\n")
//
// One visitor's day is in memory at a time. What a machine or the team did, and what is tied to
// nobody, is in no session. On a transaction: Sql decides the thread; what `print` fails with ends
// it.

#pragma once

#include <functional>
#include <string_view>

#include "core/base/result.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"

namespace kb {

enum class EventLines { events, queries };

using PrintLine = std::function<Result<void>(std::string_view line)>;

Result<void> export_events(store::Sql& sql, const store::DayRange& days, EventLines lines,
                           const PrintLine& print);

}  // namespace kb
