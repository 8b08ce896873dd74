// Translations held against the texts in the site's default language: which are missing, which were
// made from an older text, which have no original.
//
//   check_translations(site, findings);
//   // "…/ro/a.md:6: warning: is behind …/en/a.md, updated 2026-06-01; … [stale-translation]"
//
// Drafts and expired originals need no translation. Thread-safe with findings of one's own.

#pragma once

#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"

namespace kb {

void check_translations(const CheckedSite& site, Findings& findings);

}  // namespace kb
