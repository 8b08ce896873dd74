// Images that are not there, say nothing to those who cannot see them, or weigh too much.
//
//   check_images(site, links, findings);
//   // "content/articles/en/a.md:9: warning: the image '../hub.png' is 5.0 MiB … [large-image]"
//
// A file is looked at once, and told of where it is first shown. Thread-safe with findings of one's
// own.

#pragma once

#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"
#include "indexer/link_resolver.h"

namespace kb {

void check_images(const CheckedSite& site, const LinkResolver& links, Findings& findings);

}  // namespace kb
