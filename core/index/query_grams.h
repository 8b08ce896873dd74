// The letter grams of a query, and which of a database's words share them: what tells that a word
// of a record is nearly a word of the query.
//
//   QueryGrams grams(words, lexicons, [](std::uint32_t gram, double with) { return … });
//   const auto number = grams.number_of(key.word);     // 0: shares none
//   grams.of(number)                                   // which, as bits; grams.weights()[bit]
//
// Of a long query the kMostGrams that weigh most. Thread-safe once made; the lexicons are only
// read while it is made.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/index/lexicon.h"

namespace kb::index {

class QueryGrams {
 public:
  static constexpr std::size_t kMostGrams = 128;
  using Set = std::array<std::uint64_t, kMostGrams / 64>;

  // What a gram that about so many articles have weighs; 0: leave it out.
  using Weigh = std::function<double(std::uint32_t gram, double articles)>;

  // `folded`: the query's words, folded.
  QueryGrams(std::span<const std::string_view> folded, std::span<const Lexicon* const> lexicons,
             const Weigh& weigh);

  // Of a word by its hash (WordKey::word).
  std::uint32_t number_of(std::uint32_t hash) const;
  const Set& of(std::uint32_t number) const { return grams_of_words_[number]; }

  const std::vector<double>& weights() const { return weights_; }
  double weight_of(const Set& grams) const;

 private:
  struct WordGrams {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // into grams_of_words_; 0: the place is free
  };

  void note_words_with(const NumberList& words, const Lexicon& lexicon, std::size_t bit);
  Set& grams_to_set(std::uint32_t hash);
  void grow_table();

  std::vector<double> weights_;
  std::vector<WordGrams> table_;     // open addressing, by hash
  std::vector<Set> grams_of_words_;  // the first one is empty
  std::size_t table_used_ = 0;
};

}  // namespace kb::index
