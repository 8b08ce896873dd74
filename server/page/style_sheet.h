// The style sheet that stands in each page: a phone on a slow line then paints after one answer,
// where a sheet of its own would cost it a second round.
//
//   const std::string css = style_sheet(assets, Looks::finding);
//   policy += " " + content_source(css);      // "'sha256-…'": the page's policy allows no other
//
// Made of site.css, find.css for pages that lead to articles or else feedback.css, and brand.css if
// there is one. A site's theme.css stays a file of its own, since it may name other files. Pure,
// thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "server/page/assets.h"

namespace kb::page {

enum class Looks { reading, finding };

std::string style_sheet(const Assets& assets, Looks looks);

// As Content-Security-Policy names a style that it allows (CSP 3, hash-source).
std::string content_source(std::string_view css);

}  // namespace kb::page
