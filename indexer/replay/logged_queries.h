// What the store knows of past searches, to be made again: the questions of gaps, and the searches
// that customers answered by opening an article.
//
//   auto logged = store->read([&](store::Sql& sql) {
//     return read_logged_queries(sql, {.gap = 12, .from_day = …, .shown_from = 5}); });
//   logged->gaps[0].label, logged->queries[0].gap == logged->gaps[0].id
//
// Gaps in work are taken (open, assigned, in progress, published), or the one that is named,
// whatever its state. Of answered searches, the most frequent ones, each with what most visitors
// opened at last; at least two did. Only visitors count, once a day. Pure but for the store.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/event.h"
#include "core/store/gap_table.h"
#include "core/store/sql.h"
#include "indexer/replay/replay_query.h"

namespace kb {

struct LoggedSelection {
  std::optional<std::int64_t> gap = {};  // nothing: all that are in work
  std::int64_t from_day = 0;             // of the events that are looked at
  int shown_from = 1;                    // visitors
  std::size_t most_answered = 2'000;
};

struct LoggedQueries {
  std::vector<store::Gap> gaps = {};  // without their questions
  std::vector<ReplayQuery> queries = {};
};

// A gap that is not there, or was merged into another, is an Error.
Result<LoggedQueries> read_logged_queries(store::Sql& sql, const LoggedSelection& selection);

// How often each query was made, and what was opened for it: fed with events as each_event has
// them.
class QueryTally {
 public:
  void add(const store::Event& event);
  void finish();  // after the last one

  // In whatever spelling; 0: nobody.
  std::int64_t visitors_of(const std::string& lang, const std::string& form) const;
  // As it was typed first; `form` where nobody did.
  std::string text_of(const std::string& lang, const std::string& form) const;
  std::vector<ReplayQuery> answered(std::size_t most, int shown_from) const;

 private:
  struct Tally {
    std::string text;
    std::int64_t visitors = 0;
    std::map<std::string, std::int64_t> opened = {};  // at last, by how many
  };
  using Key = std::pair<std::string, std::string>;  // language, form
  void end_visitor();

  std::map<Key, Tally> tallies_;
  std::vector<store::Event> visitor_;  // the events of one visitor's day
};

}  // namespace kb
