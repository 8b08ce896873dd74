// Links that lead nowhere, or where their reader may not go: to no article, no heading, a draft, a
// text for agents only.
//
//   check_links(site, findings);
//   // "content/articles/ro/a.md:12: error: the link '../gone.md' leads to no article
//   [broken-link]"
//
// A link leads to the text in the reader's language, else in a fallback, as when it is served.
// Links to other sites are not followed. Reads only the site, thread-safe with findings of one's
// own.

#pragma once

#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"

namespace kb {

void check_links(const CheckedSite& site, Findings& findings);

}  // namespace kb
