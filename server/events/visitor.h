// Who asks, for a day: a number that nobody can turn back into an address once the day's salt is
// gone.
//
//   visitor_number(salt, request.client_address, request.header("User-Agent"))
//   asks_not_to_be_tracked(request)      // DNT: 1, Sec-GPC: 1: then there is no such number
//
// Two people behind one address with the same browser are one visitor. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <string_view>

#include "server/http/message.h"

namespace kb {

// 63 bits, never 0.
std::int64_t visitor_number(std::string_view salt, std::string_view address,
                            std::string_view user_agent);

bool asks_not_to_be_tracked(const http::Request& request);

}  // namespace kb
