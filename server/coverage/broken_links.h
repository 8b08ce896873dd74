// Links in published articles whose article is not there (any more).
//
//   broken_links(*generation, *found, now)        // {"en/billing/old"}: targets, each once
//
// A link leads somewhere while customers can read its article in any language, by its id or by one
// that it had before. Reads the record where it lies, decodes nothing. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/index/generation.h"

namespace kb {

std::vector<std::string> broken_links(const index::Generation& generation,
                                      const index::Generation::Found& article, Time now);

// What the sums of the past call "en/billing/old" as it is called now; unchanged where it is not
// known.
std::string current_object(const index::Generation& generation, std::string_view object);

}  // namespace kb
