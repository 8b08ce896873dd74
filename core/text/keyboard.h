// Where letters are on the keyboards that people use, and what comes out when the wrong layout is
// switched on.
//
//   retyped("ghbdtn", "ru") -> {"привет"}        retyped("руддщ", "en") -> {"hello"}
//   retyped("yeit", "de")   -> {"zeit", …}       are_neighbours(U'o', U'p') -> true
//
// Case does not matter and comes out small. Signs that are no keys stay as they are. Pure,
// thread-safe; invalid UTF-8 counts as U+FFFD.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb::text {

// What the same keys give on a layout that a reader of `lang` uses (or the Latin one, which all of
// them have). Only readings that differ from the text, the most likely first, at most five.
std::vector<std::string> retyped(std::string_view text, std::string_view lang);

// Whether two different keys touch each other on some layout that has both. Small letters.
bool are_neighbours(char32_t a, char32_t b);

}  // namespace kb::text
