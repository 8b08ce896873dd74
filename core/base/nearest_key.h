// What a person may have meant by a key that nobody knows.
//
//   nearest_key("nmae", {"name", "logo"})    -> "did you mean `name`?"
//   nearest_key("zzzzzzzz", {"path", "keep"}) -> "known here: path keep"
//
// Pure, thread-safe. `known` must not be empty.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb {

std::string nearest_key(std::string_view unknown, const std::vector<std::string_view>& known);

}  // namespace kb
