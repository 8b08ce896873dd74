#include "indexer/check/shown_link.h"

#include <cstddef>

#include "core/text/normal_form.h"

namespace kb {

std::string shown_link(std::string_view href) {
  constexpr std::size_t kLongest = 80;  // bytes
  if (href.size() <= kLongest) return std::string(href);
  return std::string(text::utf8_prefix(href, kLongest)) + "…";
}

}  // namespace kb
