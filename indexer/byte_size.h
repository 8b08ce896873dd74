// A number of bytes as people say it.
//
//   byte_size_text(5'242'880)  -> "5.0 MiB"        byte_size_text(900) -> "900 bytes"
//
// A pure function, thread-safe.

#pragma once

#include <cstdint>
#include <string>

namespace kb {

std::string byte_size_text(std::uint64_t bytes);

}  // namespace kb
