// What programs call themselves and hosts are called, for comparing: both are ASCII.
//
//   lower_case("GoogleBot/2.1")     // "googlebot/2.1"; other bytes stay as they are
//
// A pure function. Texts of readers go through text::caseless instead.

#pragma once

#include <string>
#include <string_view>

namespace kb {

inline std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace kb
