// A browser in words that its owner knows it by.
//
//   browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
//       -> "Firefox, Linux"
//
// What it does not know is given as it was, cut at 60 bytes. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string browser_name(std::string_view user_agent);

}  // namespace kb
