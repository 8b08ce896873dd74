// How telling each word, pair of words and letter gram of the tickets' questions is: of what the
// ticket is about, and of which ticket it is.
//
//   std::string bytes = learn_telling_weights(catalogue, records, lexicon).encode();
//   Result<TellingWeights> weights = TellingWeights::decode(bytes);
//   weights->stem(key.stem)                  // "refund": 2.9, "please": 0.1
//
// By topics: how far the topics of the questions that have a word are from those of all questions
// (Kullback and Leibler, 1951, the counts smoothed); so "my" weighs nothing even where it is rare.
// By tickets: inverse frequency, which alone counts where tickets have no topics. Learnt from the
// questions of at most kLearntFrom entries, the same ones each time. Thread-safe once made; decode
// fails on damaged bytes.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/index/catalogue.h"
#include "core/index/lexicon.h"

namespace kb::index {

inline constexpr const char* kTellingWeightsFile = "tickets.weights";
inline constexpr std::size_t kLearntFrom = 20'000;

class TellingWeights {
 public:
  static Result<TellingWeights> decode(std::string_view bytes);
  std::string encode() const;

  // Hashes as in WordKey and letter_grams.h. What the questions learnt from have once or never
  // weighs as what they have once.
  double stem(std::uint32_t stem) const { return weight(stems_, stem); }
  double pair(std::uint32_t stem, std::uint32_t next) const {
    return weight(pairs_, pair_hash(stem, next));
  }
  double gram(std::uint32_t gram) const { return weight(grams_, gram); }

  bool has_pair(std::uint32_t stem, std::uint32_t next) const {
    return find(pairs_, pair_hash(stem, next)) != nullptr;
  }

  double average_words() const { return average_words_; }  // of a question

  static std::uint32_t pair_hash(std::uint32_t stem, std::uint32_t next) {
    return (stem * 0x9E3779B1U ^ next) * 0x85EBCA6BU;
  }

 private:
  friend class TellingWeightsLearner;
  using List = std::vector<std::pair<std::uint32_t, float>>;  // by hash, ascending

  static const float* find(const List& list, std::uint32_t hash);
  double weight(const List& list, std::uint32_t hash) const {
    const float* found = find(list, hash);
    return found != nullptr ? *found : of_rare_;
  }

  List stems_, pairs_, grams_;
  float of_rare_ = 1;
  float average_words_ = 1;
};

// `records`: the bytes of the database's records file. A row's category is its topic.
TellingWeights learn_telling_weights(const Catalogue& catalogue, std::string_view records,
                                     const Lexicon& lexicon);

}  // namespace kb::index
