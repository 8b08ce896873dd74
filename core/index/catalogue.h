// What there is in one database, held in memory: a row an article, by document number. Small enough
// to be read whole at start; the texts themselves are in the records (record.h).
//
//   const Row* row = catalogue.find("billing/refund");
//   catalogue.rows()[docid - 1]                          // the row of a search hit
//
// A row whose id is empty is free. Links, language menus, categories and dates are answered from
// here without touching Xapian. Thread-safe once built: readers only read.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/article/article.h"
#include "core/base/result.h"

namespace kb::index {

struct Row {
  std::string id;
  std::string title;
  std::string category;
  std::string owner;  // who looks after it; may be empty
  Kind kind = Kind::article;
  bool unlisted = false;     // read at its address, but not found, listed or related
  std::optional<int> order;  // in its category
  std::optional<Time> updated;
  std::optional<Time> publish_at;  // of a draft that has a date
  std::optional<Time> expires_at;
  std::uint64_t revision = 0;   // hash of its file
  std::string source_revision;  // of the original that it was translated from
  std::vector<std::string> applies_to;
  std::vector<std::string> files;          // "kb-file:…" that its text shows
  std::vector<std::string> redirect_from;  // paths that once led here
  std::string stage;                       // of the customer's journey; may be empty
  std::vector<std::string> contexts;       // patterns of the product's pages where it helps
  std::uint64_t record_offset = 0;         // bytes into the records file
  std::uint32_t record_size = 0;
  std::uint32_t record_head_size = 0;  // of which: all but the HTML
  std::uint32_t section_count = 0;
  std::uint32_t word_count = 0;

  // What readers taught of it (ranking_prior.h), by which its score is multiplied. Not of the
  // catalogue's bytes: each generation has its own.
  double prior = 1;

  bool listed(Time now) const { return !id.empty() && !unlisted && alive(now); }
  bool alive(Time now) const { return !expires_at || now < *expires_at; }
};

class Catalogue {
 public:
  static Result<Catalogue> decode(std::string_view bytes);
  std::string encode() const;

  const std::vector<Row>& rows() const { return rows_; }
  const Row* find(std::string_view id) const;
  std::optional<std::uint32_t> number_of(std::string_view id) const;  // into rows()

  // For writers. `put` replaces the row of the same id, else fills a free row or adds one.
  std::uint32_t put(Row row);
  void erase(std::string_view id);
  void set_prior(std::string_view id, double prior);  // of an article that is there, or nothing

 private:
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::vector<std::uint32_t> free_;
};

}  // namespace kb::index
