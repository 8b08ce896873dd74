// Whether an SVG image would run code where a browser lets it: a script, an event handler, a link
// to javascript:.
//
//   svg_has_script("<svg onload=\"a()\"/>")       -> true
//   svg_has_script("<svg><title>onload=</title>") -> false
//
// Reads tags as browsers do, in any case and with any prefix; what stands in comments does not
// count. Linear in the image. A pure function, thread-safe.

#pragma once

#include <string_view>

namespace kb {

bool svg_has_script(std::string_view svg);

}  // namespace kb
