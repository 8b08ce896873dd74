// Text in another encoding as UTF-8, by ICU's converters.
//
//   decode_charset("caf\xE9", "windows-1252")   -> "café"
//   is_known_charset("latin-9")                  -> whether ICU has it, under any of its names
//
// Bytes that mean nothing there become U+FFFD; an encoding that nobody knows is an Error.
// Thread-safe: each call has a converter of its own.

#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb::text {

Result<std::string> decode_charset(std::string_view bytes, const std::string& charset);
bool is_known_charset(const std::string& charset);

}  // namespace kb::text
