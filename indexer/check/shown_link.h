// A link as a message names it: as written, but not endless.
//
//   shown_link("../billing/gone.md")          -> "../billing/gone.md"
//   shown_link("data:image/png;base64,iVB…")  -> its first 80 bytes and "…"
//
// A pure function, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string shown_link(std::string_view href);

}  // namespace kb
