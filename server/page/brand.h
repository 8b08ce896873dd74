// A brand's colours out of the one that it names: a style sheet of custom properties for light and
// dark pages, which stands in each page after site.css: style_sheet.h.
//
//   const Brand brand = make_brand("#7a1f5c");
//   renderer.add_asset("brand.css", "text/css; charset=utf-8", brand.css);
//
// Hue and saturation are the brand's; lightness moves as far as it must for text to keep a contrast
// of 4.5 or more with what it stands on (WCAG 2.2, 1.4.3). What is no colour is a problem, and then
// `css` is empty: the page keeps its own colours. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace kb::page {

struct Brand {
  std::string css;
  std::vector<Error> problems;
};

// `accent` is "#rgb" or "#rrggbb"; empty: no brand, no problem.
Brand make_brand(const std::string& accent);

}  // namespace kb::page
