// What a link's target is, by its look, and whether a page may hold it.
//
//   classify_link("../billing/refund.md")   -> LinkTarget::relative
//   classify_link("JavaScript:alert(1)")    -> LinkTarget::refused
//
// Browsers drop blanks around and line ends within a URL before they look at its scheme: use
// clean_link() first. Pure functions, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

enum class LinkTarget {
  external,  // http:, https:, //host
  contact,   // mailto:, tel:
  symbolic,  // kb-article:, kb-file: as in core/article/link.h
  anchor,    // #how-long
  relative,  // everything without a scheme, also /from/the/root
  refused,   // any other scheme, or nothing
};

std::string clean_link(std::string_view href);
LinkTarget classify_link(std::string_view href);

}  // namespace kb
