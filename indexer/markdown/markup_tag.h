// One tag of HTML or JSX at the front of a text, and one balanced `{expression}`.
//
//   MarkupTag tag = read_tag("<Tab label=\"iOS\" icon={<Phone />}>text");   // name "Tab", size 35
//   tag.attribute("label")                                                  -> "iOS"
//
// size 0: the text begins with no tag (`<https://…>`, `< 5`, a quote or brace that never closes).
// Looks at 4 KiB at most. Pure functions, views into the text; thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kb {

struct MarkupTag {
  std::size_t size = 0;     // bytes, with the angle brackets
  std::size_t looked = 0;   // bytes that were read to find out
  std::string name;         // in lower case; empty for JSX's fragments `<>`
  std::string_view inside;  // after the name, before `>`
  bool closing = false;
  bool self_closing = false;

  std::string_view attribute(std::string_view key) const;  // of a quoted value; else empty
};

MarkupTag read_tag(std::string_view text);

// The size of the balanced braces that the text begins with; 0 if they never close.
std::size_t braces_size(std::string_view text);

// The quoted value after `key=` in "src=\"a.png\" alt='A hub'"; else empty.
std::string_view quoted_attribute(std::string_view attributes, std::string_view key);

}  // namespace kb
