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

// `category`: only documents of this one; empty: all.
Xapian::Query build_query(const Query& query, const Xapian::Database& database,
                          const std::string& category);

}  // namespace kb::index
