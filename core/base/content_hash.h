// A 128-bit fingerprint of bytes: tells whether a file or a text changed.
//
//   content_hash("…")  -> "9fb0…" (32 hex digits, the same on every machine)
//
// XXH3 (xxHash 0.8): fast and stable, not meant to resist somebody who makes collisions on purpose.
// Pure, thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kb {

std::string content_hash(std::string_view bytes);
std::uint64_t short_hash(std::string_view bytes);

}  // namespace kb
