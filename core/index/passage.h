// Where in an article the answer is: its best-matching section, and a snippet of it.
//
//   Passage passage = best_passage(record, wanted);
//   passage.section      // 2: its heading is where the reader should land; nothing: the whole
//   passage.snippet_html // "… your <mark>refund</mark> arrives within …"
//
// Works on the words that were analysed when the article was indexed. Snippets are HTML-escaped
// text with <mark> alone, cut between words, in every script. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/index/record.h"

namespace kb::index {

struct WantedWord {
  WordKey key;
  double weight;     // how telling the word is: inverse document frequency, > 0
  bool mark = true;  // false: a word like "how", which counts but is not worth a highlight
};

struct Passage {
  std::optional<std::size_t> section;  // index into Record::sections(), if it has an anchor
  std::string snippet_html;
};

Passage best_passage(const Record& record, const std::vector<WantedWord>& wanted);

}  // namespace kb::index
