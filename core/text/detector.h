// Tells the language of a text that no folder or front matter tells (CLD2).
//
//   detect_language("Wie bekomme ich mein Geld zurück?") -> "de"
//   detect_language("E-1042")                            -> nothing
//
// Good on several words, unreliable on one: nothing where CLD2 is not sure. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kb::text {

std::optional<std::string> detect_language(std::string_view text);

}  // namespace kb::text
