// How much of what somebody asks an article speaks of: the share of the question's words that one
// of its sections has, each as telling as it is rare.
//
//   WordCoverage coverage(*database, generation.vocabulary("pl"), stemmers);
//   coverage.ask("zwrot kasy za paczkę");
//   coverage.of(row)                       // 0.8: all but "kasy"
//
// A section speaks with the article's title and keywords, and so do the team's synonyms: a word
// that stands for others is there where they are. Some microseconds an article. Not thread-safe;
// the database and the stemmers must outlive it. A damaged record covers less.

#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/index/generation.h"
#include "core/index/term_statistics.h"
#include "core/index/vocabulary_match.h"

namespace kb::index {

class WordCoverage {
 public:
  // `vocabulary`: null where the team has written none.
  WordCoverage(const Database& database, const Vocabulary* vocabulary, text::Stemmers& stemmers);

  void ask(std::string_view question);
  double of(const Row& row);  // of this database, 0 to 1; of a question without words 0

 private:
  static constexpr std::size_t kMostSought = 256;  // words, with those that stand for them
  using Words = std::bitset<kMostSought>;          // of sought_

  struct Stand {  // alternatives for words of the question
    std::size_t first = 0, count = 0;
    std::vector<Words> alternatives;
  };

  std::size_t seek(const text::WordForms& forms);
  Words words_in(std::string_view encoded) const;
  double covered(const Words& there) const;

  const Database& database_;
  text::Analyser analyser_;
  TermStatistics statistics_;
  std::optional<VocabularyMatcher> vocabulary_;
  std::vector<WordKey> sought_;  // the question's words first
  std::vector<double> weights_;  // of the question's words
  std::vector<Stand> stands_;
  std::vector<Words> by_record_key_;  // of the record being looked at
};

}  // namespace kb::index
