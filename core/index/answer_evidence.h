// How well articles answer a query as a whole, beyond the words that they have: words that share
// letters with the query's, its words in its order, and all of it close together.
//
//   AnswerEvidence evidence(words, lexicons, collection);
//   for (candidate of the best by BM25) evidence.look_at(record_head, row.word_count);
//   std::vector<double> more = evidence.scores();        // to add to each one's BM25, in that
//   order
//
// The second stage of ranking: it reads a record's words, so it is for some dozens of candidates.
// The kinds of evidence are weighted in field.h. Not thread-safe: one per search; a damaged record
// gives no evidence.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/index/lexicon.h"
#include "core/index/query.h"
#include "core/index/query_grams.h"
#include "core/index/record.h"

namespace kb::index {

// Of the articles that are searched together.
struct CollectionFacts {
  double articles = 0;
  double average_words = 1;  // of an article
};

// How telling it is to have what `with` of all articles have: Robertson and Zaragoza (2009), never
// below 0.
double inverse_frequency(double articles, double with);

struct EvidenceWord {
  text::WordForms forms;
  double weight = 0;        // how telling the word is in any inflection: inverse_frequency()
  double exact_weight = 0;  // and as it is, where that is not in BM25 already
};

class AnswerEvidence {
 public:
  // `words`: the query's, in typed order.
  AnswerEvidence(std::span<const EvidenceWord> words, std::span<const Lexicon* const> lexicons,
                 const CollectionFacts& collection);

  // `record`: the bytes of its head, or more. `word_count`: of its texts.
  void look_at(std::string_view record, std::uint32_t word_count);

  std::vector<double> scores() const;

 private:
  using Grams = QueryGrams::Set;

  struct Found {
    double exact = 0;
    double letters = 0;
    double together = 0;
    double title = 0;
    double heading = 0;
    std::uint64_t pairs = 0;  // bit i: the words i - 1 and i stand next to each other
  };
  std::uint64_t places_of(std::uint32_t stem) const;
  std::uint32_t exact_of(std::uint32_t word) const;
  // `weight`: how often each word counts (field.h). Returns the places in the query of those read.
  std::uint64_t read_words(std::string_view encoded, unsigned weight, Found& found);
  double weight_of_places(std::uint64_t places) const;
  void end_block(Found& found);
  double length_norm(std::uint32_t word_count) const;
  double exact_score(double norm) const;
  double letter_score(double norm) const;

  CollectionFacts collection_;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> stems_;  // hash, places in the query
  std::vector<double> stem_weights_;                            // of each of them
  struct ExactWord {
    std::uint32_t hash = 0;
    double weight = 0;
    std::uint32_t count = 0;  // in the record being looked at
  };
  std::vector<ExactWord> exact_;
  QueryGrams grams_;
  std::vector<Found> found_;

  // Of the record being looked at.
  struct Key {
    std::uint64_t places = 0;
    std::uint32_t grams = 0;  // QueryGrams::number_of
    std::uint32_t count = 0;
    std::uint32_t exact = 0;  // into exact_, from 1; 0: none
  };
  std::vector<Key> keys_;
  std::uint64_t previous_places_ = 0;
  std::array<Grams, 3> blocks_{};  // the last ones, the one being read first
  std::size_t in_block_ = 0;
};

}  // namespace kb::index
