// Times as helpdesks write them.
//
//   read_ticket_time("2026-03-14T09:30:00+01:00")          // ISO 8601, in UTC where nothing is
//   said read_ticket_time("Sat, 14 Mar 2026 09:30:00 +0100")    // of mail
//   read_ticket_time("1773477000")                         // seconds since 1970, or milliseconds
//
// "03/04/2026" is an Error: nobody knows which month it is. Pure, thread-safe.

#pragma once

#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::tickets {

Result<Time> read_ticket_time(std::string_view text);
Result<Time> ticket_time_of(double seconds);  // since 1970, or milliseconds

}  // namespace kb::tickets
