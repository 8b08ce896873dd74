// What articles and their sections say they apply to, held against the lists in applies_to.yaml.
//
//   check_applies_to(site, read_applies_to(config), findings);
//   // "…/a.md:9: warning: no list names `andriod`; did you mean `android`? [unknown-applies-to]"
//
// Without a list every value is right. Thread-safe with findings of one's own.

#pragma once

#include "indexer/applies_to_file.h"
#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"

namespace kb {

void check_applies_to(const CheckedSite& site, const AppliesToFile& lists, Findings& findings);

}  // namespace kb
