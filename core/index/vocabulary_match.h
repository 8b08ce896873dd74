// Which of the team's words (vocabulary.h) a query has: synonyms, pins and stop words.
//
//   VocabularyMatcher matcher(*generation.vocabulary("en"), analyser);   // once per language
//   for (const SynonymMatch& match : matcher.synonyms(query.words))
//     match.alternatives                 // typed "money back": {{refund}, {reimbursement}}
//   matcher.pinned(query.words, now)     // {"billing/refund"}: ids, to be shown first
//
// Words are the same where their stems or the words themselves are, diacritics aside: inflected and
// unaccented forms match. Of synonyms the longest match counts, from left to right, and nothing in
// it matches again; synonyms of synonyms are not followed. A pin applies where the query has the
// words of the pinned one and no others, in any order and number, stop words aside. Stop words are
// compared as they are written, with or without diacritics, not by stem.
// Microseconds a query. Thread-safe once made; it keeps nothing of `vocabulary` and `analyser`.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/clock.h"
#include "core/index/query.h"
#include "core/index/vocabulary.h"
#include "core/text/analyser.h"

namespace kb::index {

// Whether one stands for the other in a vocabulary.
bool same_word(const text::WordForms& a, const text::WordForms& b);
bool same_words(const Phrase& a, const Phrase& b);  // in the same order

// A text of a vocabulary as the analyser sees it; a stop word that is not one word is none.
Phrase words_of(std::string_view text, text::Analyser& analyser);

struct SynonymMatch {
  std::size_t first = 0;  // of the query's words
  std::size_t count = 0;  // how many of them the alternatives stand for
  std::vector<Phrase> alternatives;
  std::string rule;  // for people: "wifi -> wireless network (synonyms.yaml:5)"
};

class VocabularyMatcher {
 public:
  VocabularyMatcher(const Vocabulary& vocabulary, text::Analyser& analyser);

  // `words` in the order in which they were typed. Two rules for the same words: two matches.
  std::vector<SynonymMatch> synonyms(const Phrase& words) const;

  // Without repetition; of several pins in their file's order.
  std::vector<std::string> pinned(const Phrase& words, Time now) const;

  bool is_stop_word(const text::WordForms& word) const;

 private:
  struct Synonym {
    Phrase words;
    std::vector<Phrase> alternatives;
    std::string rule;
  };
  struct PinnedQuery {
    Phrase words;  // without stop words, unless there are no others
    std::size_t pin;
  };
  using Places = std::unordered_map<std::string, std::vector<std::size_t>>;

  void add_two_way(const SynonymRule& rule, text::Analyser& analyser);
  void add_one_way(const SynonymRule& rule, text::Analyser& analyser);
  void add_synonym(Synonym synonym);
  void add_pin(const Pin& pin, text::Analyser& analyser);
  void add_stop_word(const StopWord& word, text::Analyser& analyser);

  Phrase telling_words(const Phrase& words) const;
  std::vector<std::size_t> longest_at(const Phrase& words, std::size_t first) const;

  std::vector<Synonym> synonyms_;
  Places synonyms_by_first_word_;
  std::vector<Pin> pins_;
  std::vector<PinnedQuery> pinned_queries_;
  Places pinned_queries_by_first_word_;
  std::unordered_set<std::string> stop_words_;
};

}  // namespace kb::index
