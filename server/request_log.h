// One line per request, for people or for programs.
//
//   2026-03-14T09:30:00Z GET /ro/search 200 14233 B 1.2 ms 203.0.113.0 4f1d8a90c2b3e456
//   {"time":"2026-03-14T09:30:00Z","method":"GET","path":"/ro/search","status":200,…}
//
// What people search for and who they are is not logged: paths without their query and log-in
// links without their secret, addresses without their last part. The cause of a 500 is on the line.
// Pure, thread-safe.

#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "server/http/message.h"

namespace kb {

enum class LogFormat { text, json };

std::string log_line(LogFormat format, Time now, const http::Request& request,
                     const http::Response& response, std::chrono::microseconds took);

// "203.0.113.7" -> "203.0.113.0", "2001:db8:1:2::7" -> "2001:db8:1::"
std::string shortened_address(std::string_view address);

}  // namespace kb
