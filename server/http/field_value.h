// The small grammar that header fields share: case, blanks around values, comma-separated lists.
//
//   list_items("gzip;q=0.5, br,")   -> {"gzip;q=0.5", "br"}
//   equals_ignoring_case("Close", "close")
//
// Views into what was passed in. Pure functions, thread-safe; nothing fails.

#pragma once

#include <string_view>
#include <vector>

namespace kb::http {

bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII letters
std::string_view trim_blanks(std::string_view text);                // spaces and tabs
std::vector<std::string_view> list_items(std::string_view value);   // trimmed, no empty ones

}  // namespace kb::http
