// When something was first done here: noted once, kept for good.
//
//   auto begun = first_time(sql, "digest", clock.now());     // now, if nobody asked before
//
// Whoever asks first decides; later ones get what was noted. A function on a transaction that
// writes: Sql decides the thread.

#pragma once

#include <string_view>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

Result<Time> first_time(Sql& sql, std::string_view what, Time now);

}  // namespace kb::store
