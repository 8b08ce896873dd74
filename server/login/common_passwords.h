// The passwords that are tried first: people choose them, so attackers begin with them.
//
//   is_common_password("Password123")    -> true: whatever the case, digits and signs at the end
//   is_common_password("aaaaaaaaaaaa")   -> true: one character over and over, or a run of keys
//   is_common_password("otter lamp canal")  -> false
//
// Pure, thread-safe.

#pragma once

#include <string_view>

namespace kb {

bool is_common_password(std::string_view password);

}  // namespace kb
