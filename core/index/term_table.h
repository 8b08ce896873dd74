// How many articles of a database have a term, for every term there is: what a search asks first,
// answered from memory instead of from Xapian's tables.
//
//   std::string bytes = encode_term_table(counts);             // {{hash of "Zrefund", 12}, …}
//   Result<TermTable> terms = TermTable::open(bytes);          // a view: the bytes must stay
//   terms->frequency("Zrefund")                                // 12; 0: there is none
//
// Terms are known by a 64-bit hash. open() fails on damaged bytes. Thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace kb::index {

inline constexpr const char* kTermTableFile = "terms.table";

using TermCount = std::pair<std::uint64_t, std::uint32_t>;  // short_hash(term), articles

std::string encode_term_table(std::vector<TermCount> counts);

class TermTable {
 public:
  static Result<TermTable> open(std::string_view bytes);

  std::uint32_t frequency(std::string_view term) const;
  std::uint32_t frequency(std::uint64_t hash) const;  // of short_hash(term)
  std::size_t size() const { return size_; }

 private:
  std::uint64_t hash_at(std::size_t i) const;

  std::size_t size_ = 0;
  const char* hashes_ = nullptr;  // ascending
  const char* counts_ = nullptr;
};

}  // namespace kb::index
