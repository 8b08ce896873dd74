// From an understood query to Xapian's: which documents match, and what each evidence weighs.
//
//   Xapian::Query q = build_query(query, database, "billing");
//   q.get_description()      // how tests and --explain show it
//
// A word counts by its stem, by its exact form and, more weakly, without diacritics; documents need
// not have every word. Words that a large part of the documents has ("how", "to") add weight but do
// not make a match, unless there are no others. Throws Xapian::Error (see xapian_seam.h); as
// thread-safe as the database.

#pragma once

#include <string>

#include "core/index/query.h"

namespace Xapian {
class Database;
class Query;
}  // namespace Xapian

namespace kb::index {

// Whether common words may make a match where a query has no others: not in a fallback language,
// where they are mostly words of another language ("a", "de").
enum class CommonWords { may_match, only_add };

// `category`: only documents of this one; empty: all.
Xapian::Query build_query(const Query& query, const Xapian::Database& database,
                          const std::string& category, CommonWords common = CommonWords::may_match);

// A word in so large a part of the documents that it tells little about any of them.
bool is_common(const text::WordForms& word, bool has_stems, const Xapian::Database& database);

}  // namespace kb::index
