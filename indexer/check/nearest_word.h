// The word that somebody meant who wrote another.
//
//   nearest_word("andriod", {"android", "ios", "web"})  -> "android"
//   nearest_word("fridge", {"android", "ios", "web"})   -> nothing
//
// Near is: a third of its letters changed, added or left out, and not less than one. The result is
// a view into `known`. A pure function, thread-safe.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kb {

std::optional<std::string_view> nearest_word(std::string_view written,
                                             std::span<const std::string_view> known);
std::optional<std::string_view> nearest_word(std::string_view written,
                                             std::span<const std::string> known);

}  // namespace kb
