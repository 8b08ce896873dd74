// A text as the name of a place in a page or address: lower case, words joined by hyphens, any
// script.
//
//   slug("Wie lange dauert's?")  -> "wie-lange-dauerts"      slug("???") -> ""
//   is_slug("How-Long")          -> true                     is_slug("fn:1") -> false
//
// Letters, digits and marks stay; spaces and hyphens become one `-`; all else goes. At most
// kLongestSlug bytes. Pure, thread-safe; of invalid UTF-8 the valid characters count.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kb::text {

inline constexpr std::size_t kLongestSlug = 160;  // bytes

std::string slug(std::string_view text);

// Fit to be such a name as it stands, in either case.
bool is_slug(std::string_view text);

}  // namespace kb::text
