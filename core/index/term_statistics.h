// How many articles have a term, in all the databases that are searched together.
//
//   TermStatistics statistics(parts);
//   statistics.frequency("Zrefund")                 // 12
//   statistics.is_common(word, has_stems)           // "how": in so many that it tells little
//
// Remembers what was asked last, as a search asks for the same terms several times. Not
// thread-safe: one per searcher.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/index/query.h"

namespace kb::index {

struct Database;

class TermStatistics {
 public:
  explicit TermStatistics(std::vector<const Database*> parts);

  unsigned documents() const { return documents_; }
  unsigned frequency(std::string_view term) const;

  bool is_common(const text::WordForms& word, bool has_stems) const;

  // Some article has the word as it is, diacritics aside.
  bool is_written(const text::WordForms& word) const;

  // Some article has the word, in whatever inflection or spelling.
  bool is_known(const text::WordForms& word, bool has_stems) const;

 private:
  std::vector<const Database*> parts_;
  unsigned documents_ = 0;
  struct Remembered {
    std::uint64_t hash = 0;
    unsigned frequency = 0;
  };
  mutable std::array<Remembered, 256> remembered_{};
};

}  // namespace kb::index
