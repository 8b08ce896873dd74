// The team's judgements, tried: a regression test of the content and of the team's words.
//
//   check_judgements(site, read_vocabularies(config), nullptr, progress, findings);
//   // "…/judgements.tsv:3: error: `refund` should find billing/refund first; it is the 4th …"
//
// Searches as the server does. Where there are judgements and no index is at hand, the content is
// built into a temporary folder, which goes again; where there are none, nothing is built. Fails
// where building or searching does. One at a time.

#pragma once

#include <memory>

#include "core/index/generation.h"
#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"
#include "indexer/progress.h"
#include "indexer/vocabulary_files.h"

namespace kb {

Result<void> check_judgements(const CheckedSite& site, const VocabularyFiles& files,
                              std::shared_ptr<const index::Generation> published,
                              Progress& progress, Findings& findings);

}  // namespace kb
