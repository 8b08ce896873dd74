// What somebody typed, understood: words, "quoted phrases" and -exclusions; nothing else has a
// meaning, so nothing typed is ever a syntax error.
//
//   Query query = parse_query("refund \"express delivery\" -gift", analyser);
//   query.words    // refund
//   query.phrases  // {express delivery}
//   query.excluded // {gift}
//   query.alternatives // of "wi-fi": {wifi}
//
// At most kLongestQuery words count; repeated words count once. A plain value; never fails: of a
// text without words (or of control characters, or invalid UTF-8) comes an empty query.

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"

namespace kb::index {

inline constexpr std::size_t kLongestQuery = 48;  // words

using Phrase = std::vector<text::WordForms>;  // one word or more

// Other words that also count as what was typed: put together, meaning the same, looking alike.
struct Alternative {
  Phrase words;       // all of them
  double weight = 1;  // of this evidence, 0 to 1: typed words have 1
  std::string why;    // for people: "synonym: wifi -> wireless network"
};

struct Query {
  std::vector<text::WordForms> words;
  std::vector<Phrase> phrases;
  std::vector<Phrase> excluded;
  std::vector<Alternative> alternatives;
  std::set<std::string, std::less<>> stop_words;  // surfaces that make no match by themselves
  double known = 1;       // share of the words that some article has, in whatever form
  bool has_stems = true;  // false: a language without a stemmer, whose stems are not indexed

  bool is_stop_word(const text::WordForms& word) const { return stop_words.contains(word.surface); }

  // The words of the text and of its phrases, those first.
  std::vector<text::WordForms> all_words() const;

  bool empty() const { return words.empty() && phrases.empty() && excluded.empty(); }
};

// The term that stands for a word in all its forms: its stem or, without a stemmer, the word.
std::string main_term(const text::WordForms& word, bool has_stems);

Query parse_query(std::string_view text, text::Analyser& analyser);

}  // namespace kb::index
