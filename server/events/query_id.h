// The name of one search: what is clicked, read and sent to the team later says which search led
// there.
//
//   std::string id = make_query_id(key, clock.now());     // 32 letters, digits, - and _
//   is_query_id(key, id, clock.now())                     // for a day; a forged one never is
//
// It holds when it was given, 72 random bits, and a mark that only the key's owner can make. Pure
// but for the random bits, thread-safe.

#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace kb {

inline constexpr std::chrono::hours kQueryIdLifetime{24};

std::string make_query_id(std::string_view key, Time now);
bool is_query_id(std::string_view key, std::string_view id, Time now);

}  // namespace kb
