// The team's words for search, held against the articles and against one another.
//
//   check_vocabulary(site, read_vocabularies(config), findings);
//   // "content/search/en/pins.yaml:4: error: there is no article `biling/refund` … "
//
// Finds pins of articles that are not there, pins whose time is over, synonyms that lead back to
// themselves, entries that say what another has said, and entries that can do nothing. Thread-safe
// with findings of one's own.

#pragma once

#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"
#include "indexer/vocabulary_files.h"

namespace kb {

// An error where the language has no such article: of a pin, of a judgement.
bool check_article_is_there(const CheckedSite& site, const std::string& id, const Place& place,
                            Findings& findings);

void check_vocabulary(const CheckedSite& site, const VocabularyFiles& files, Findings& findings);

}  // namespace kb
