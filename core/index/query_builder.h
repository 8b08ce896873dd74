// From an understood query to Xapian's: which documents match, and what each evidence weighs.
//
//   TermStatistics statistics(database);
//   Xapian::Query q = build_query(query, statistics, "billing");
//   q.get_description()      // how tests and --explain show it
//
// A word counts by its stem, by its exact form and, more weakly, without diacritics; documents need
// not have every word. Words that a large part of the documents has ("how", "to") add weight but do
// not make a match, unless there are no others. Of a phrase, the query requires the words; that
// they stand together is for phrase_match.h to tell. Throws Xapian::Error (see xapian_seam.h); as
// thread-safe as the database.

#pragma once

#include <string>
#include <unordered_map>

#include "core/index/query.h"

namespace Xapian {
class Database;
class Query;
}  // namespace Xapian

namespace kb::index {

// How many documents have a term. Looked up once for all that want to know, in this search and the
// next: a published database never changes. Not thread-safe.
class TermStatistics {
 public:
  explicit TermStatistics(const Xapian::Database& database) : database_(database) {}

  unsigned documents() const;
  unsigned frequency(const std::string& term);

  // A word in so large a part of the documents that it tells little about any of them.
  bool is_common(const text::WordForms& word, bool has_stems);

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, unsigned> frequencies_;
};

// Whether common words may make a match where a query has no others: not in a fallback language,
// where they are mostly words of another language ("a", "de").
enum class CommonWords { may_match, only_add };

// `category`: only documents of this one; empty: all.
Xapian::Query build_query(const Query& query, TermStatistics& statistics,
                          const std::string& category, CommonWords common = CommonWords::may_match);

}  // namespace kb::index
