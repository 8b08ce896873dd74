// Links inside a rendered article stay symbolic until the page is served, so that a new translation
// or a replaced image changes no other article.
//
//   <a href="kb-article:en/billing/refund#how-long">   an article: language it was written for, id
//   <img src="kb-file:0/en/images/hub.svg">            a file: number of the source, path inside it
//   percent_encode_path("billing/what we store")       -> "billing/what%20we%20store"
//
// Language, ids, paths and anchors are percent-encoded by segment. The quote before the scheme
// cannot occur in text (it is escaped there), so `="kb-` finds links only. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

inline constexpr std::string_view kArticleScheme = "kb-article:";
inline constexpr std::string_view kFileScheme = "kb-file:";

// Unreserved characters (RFC 3986) and slashes stay, all else becomes %XX.
std::string percent_encode_path(std::string_view path);
std::string percent_decode(std::string_view text);  // a stray % stays as it is

}  // namespace kb
