// Whether YAML is nested so deeply that reading it would overflow the stack of yaml-cpp's parser.
//
//   is_nested_too_deeply("[[[[[[…")    -> true      is_nested_too_deeply("a: [1, 2]") -> false
//
// Counts brackets and the dashes at a line's beginning; to be asked before YAML::Load of anything
// that somebody else wrote. A pure function, thread-safe.

#pragma once

#include <string_view>

namespace kb {

bool is_nested_too_deeply(std::string_view yaml);

}  // namespace kb
