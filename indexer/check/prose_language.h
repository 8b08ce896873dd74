// Tells where a text is in another language than it is said to be.
//
//   other_language("Wie bekomme ich mein Geld zurück? …", "ro")  -> "de"
//   other_language("Kako dobiti povrat novca? …", "sr")          -> nothing: too near to tell
//
// Only on 200 letters or more, only where the detector is sure, never between languages that it
// takes for one another. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kb {

std::optional<std::string> other_language(std::string_view prose, std::string_view said);

}  // namespace kb
