// Bytes from outside, made sure to be UTF-8.
//
//   is_utf8("caf\xC3\xA9")      -> true
//   repair_utf8("caf\xE9 au")   -> "caf\uFFFD au"
//
// Strict: no overlong forms, surrogates or code points above U+10FFFF. Pure functions, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::http {

bool is_utf8(std::string_view bytes);

// Each byte that is no part of a well-formed character becomes U+FFFD.
std::string repair_utf8(std::string bytes);

}  // namespace kb::http
