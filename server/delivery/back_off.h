// How long to wait after a failed attempt: seconds at first, hours later, for a day in all.
//
//   wait_after(1)                 // 5 s
//   wait_after(2, 120s)           // 5 min: longer than the receiver asks for
//   wait_after(7)                 // nothing: given up
//
// A receiver may ask for more time (Retry-After), up to an hour. Pure, thread-safe.

#pragma once

#include <chrono>
#include <optional>

namespace kb {

// `attempts`: made so far, from 1.
std::optional<std::chrono::seconds> wait_after(
    int attempts, std::optional<std::chrono::seconds> asked_for = std::nullopt);

}  // namespace kb
