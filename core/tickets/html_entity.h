// Character references of HTML.
//
//   append_entity("&eacute;t&eacute;", text)   -> 8, and "é" is added to text
//   append_entity("&nonsense", text)           -> 0: an ampersand like any other
//
// Numbers, Latin-1's names and those that mail programs write. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kb::tickets {

// `html` begins with "&". How many bytes the reference takes.
std::size_t append_entity(std::string_view html, std::string& text);

}  // namespace kb::tickets
