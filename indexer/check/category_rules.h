// Categories that articles are in, held against those that categories.yaml names.
//
//   check_categories(site, scan.category_files, findings);
//   // "…/a.md:1: hint: categories.yaml does not name `biling`; … [unknown-category]"
//
// Each such category is told of once, at the first of its articles. A site without categories.yaml
// may have any. Thread-safe with findings of one's own.

#pragma once

#include <vector>

#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"
#include "indexer/source_scan.h"

namespace kb {

void check_categories(const CheckedSite& site, const std::vector<CategoryFile>& files,
                      Findings& findings);

}  // namespace kb
