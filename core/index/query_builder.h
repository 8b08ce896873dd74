// From an understood query to Xapian's: which documents match, and what each evidence weighs.
//
//   TermStatistics statistics(parts);
//   Xapian::Query q = build_query(query, statistics, "billing");
//   q.get_description()      // how tests and --explain show it
//
// A word counts by its stem, by its exact form and, more weakly, without diacritics; documents need
// not have every word. Alternatives count likewise, by their weight. Words that a large part of the
// documents has ("how", "to") add weight but do not make a match, unless there are no others. Of a
// phrase, the query requires the words; that they stand together is for phrase_match.h to tell.
// Throws Xapian::Error (see xapian_seam.h); as thread-safe as the database.

#pragma once

#include <string>

#include "core/index/query.h"
#include "core/index/term_statistics.h"

namespace Xapian {
class Query;
}  // namespace Xapian

namespace kb::index {

// Whether common words may make a match where a query has no others: not in a fallback language,
// where they are mostly words of another language ("a", "de").
// And as any other word, where the others match nearly nothing ("sensor not found" in a help center
// about sensors).
enum class CommonWords { may_match, only_add, match };

// Whether exact forms do not count yet, to read fewer lists of articles: the candidates are found
// by stems, and their exact words are weighed afterwards (answer_evidence.h).
bool counts_exact_words_later(const Query& query);

// `category`: only documents of this one; empty: all.
Xapian::Query build_query(const Query& query, const TermStatistics& statistics,
                          const std::string& category, CommonWords common = CommonWords::may_match);

}  // namespace kb::index
