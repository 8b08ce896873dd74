#include "indexer/markdown/page_link.h"

#include <cstddef>

#include "core/article/link.h"
#include "indexer/markdown/ascii_letter.h"

namespace kb {
namespace {

// "https:" in lower case; empty if there is no scheme.
std::string scheme_of(std::string_view href) {
  std::string scheme;
  for (const char c : href) {
    scheme += ascii_lower(c);
    if (c == ':') return is_ascii_letter(scheme.front()) ? scheme : std::string();
    const bool fits =
        is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!fits) return {};
  }
  return {};
}

}  // namespace

std::string clean_link(std::string_view href) {
  std::string clean;
  clean.reserve(href.size());
  for (const char c : href) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F && !(clean.empty() && c == ' ')) clean += c;
  }
  while (clean.ends_with(' ')) clean.pop_back();
  return clean;
}

LinkTarget classify_link(std::string_view href) {
  if (href.empty()) return LinkTarget::refused;
  if (href.front() == '#') return LinkTarget::anchor;
  if (href.starts_with("//")) return LinkTarget::external;
  const std::string scheme = scheme_of(href);
  if (scheme.empty()) return LinkTarget::relative;
  if (scheme == "https:" || scheme == "http:") return LinkTarget::external;
  if (scheme == "mailto:" || scheme == "tel:") return LinkTarget::contact;
  if (scheme == kArticleScheme || scheme == kFileScheme) return LinkTarget::symbolic;
  return LinkTarget::refused;
}

}  // namespace kb
