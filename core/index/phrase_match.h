// Whether the words of a phrase stand next to each other in an article: in a title, a heading, a
// text, a keyword or a tag. Diacritics do not count.
//
//   PhraseMatcher matcher(phrase);                 // of two words or more, at most 63
//   if (matcher.is_in(record)) …
//
// Reads the words that each record carries, so that the index needs no positions. Pure,
// thread-safe.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/index/query.h"
#include "core/index/record.h"

namespace kb::index {

class PhraseMatcher {
 public:
  explicit PhraseMatcher(const Phrase& phrase);

  bool is_in(const Record& record) const;

 private:
  // For each distinct word of a record: at which places of the phrase it stands, as bits.
  using Places = std::vector<std::uint64_t>;
  bool is_in_words(std::string_view encoded, const Places& places) const;

  std::vector<std::uint32_t> words_;  // WordKey::word of each
};

}  // namespace kb::index
