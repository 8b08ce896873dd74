// Which words the articles of a language have: what synonyms should lead to.
//
//   auto found = words_in_use(site, "en", {"refund", "reimburs"}, analyser);    // {"refund"}
//
// Words are compared by their forms without diacritics, plain or stemmed; reads the files, markup
// and front matter included, until it has found all that are wanted. What cannot be read has no
// words. One thread: the analyser's.

#pragma once

#include <string>
#include <unordered_set>

#include "core/text/analyser.h"
#include "indexer/check/checked_site.h"

namespace kb {

std::unordered_set<std::string> words_in_use(const CheckedSite& site, const std::string& lang,
                                             const std::unordered_set<std::string>& wanted,
                                             text::Analyser& analyser);

}  // namespace kb
