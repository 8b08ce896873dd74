#include "indexer/yaml_nesting.h"

#include <algorithm>

namespace kb {

namespace {
constexpr int kDeepestNesting = 32;  // yaml-cpp reads with recursion
}

bool is_nested_too_deeply(std::string_view yaml) {
  int brackets = 0, dashes = 0, deepest = 0;
  bool at_line_start = true;
  for (const char c : yaml) {
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (c == '\n') dashes = 0, at_line_start = true;
    if (at_line_start && (c == '-' || c == '?')) ++dashes;
    at_line_start = at_line_start && (c == '-' || c == '?' || c == ' ' || c == '\t' || c == '\n');
    deepest = std::max({deepest, brackets, dashes});
  }
  return deepest > kDeepestNesting;
}

}  // namespace kb
