// The ids that headings get in a page, so that links can point at them.
//
//   HeadingIds ids;
//   ids.generate("Wie lange dauert's?")     -> "wie-lange-dauerts"
//   ids.generate("Wie lange dauert's?")     -> "wie-lange-dauerts-1"
//
// Letters, digits and marks of any script stay, in lower case; spaces and hyphens become one `-`.
// Explicit ids are claimed before the first is generated, so that they keep their name. They have
// no `:`, which leaves `fn:1` to the footnotes. One HeadingIds a page; not thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace kb {

// "how-long" of `{#how-long .wide}` is fit to be an id, "a b" or "<x>" is not.
bool is_heading_id(std::string_view id);

class HeadingIds {
 public:
  // `id` itself, or with a number when another heading has it.
  std::string claim(std::string_view id);
  std::string generate(std::string_view title);

 private:
  std::unordered_map<std::string, int> last_number_;  // of each id in use
};

}  // namespace kb
