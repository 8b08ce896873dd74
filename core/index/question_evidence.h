// How much alike a message and the question of a ticket are: their words, their pairs of words, the
// letters of their words, each as telling as it is of the topic (telling_weights.h).
//
//   QuestionEvidence evidence(words, tickets);
//   for (candidate of the best by words) score = evidence.score(Generation::record_head(…));
//
// The second stage of looking for similar tickets: it reads a record's title and first section. A
// score is about 1 where all of the message is in a question of average length, more in a shorter
// one, 0 where nothing is. A damaged record
// scores low. Not thread-safe: one per search; the database must outlive it.

#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/index/generation.h"
#include "core/index/message_words.h"
#include "core/index/query_grams.h"

namespace kb::index {

class QuestionEvidence {
 public:
  QuestionEvidence(const MessageWords& words, const Database& tickets);

  double score(std::string_view record);  // the bytes of its head, or more

 private:
  struct Weighted {
    double weight = 0;
    std::uint32_t count = 0;  // in the record being looked at
  };
  struct Key {
    std::uint32_t stem = 0;      // of the record's word
    Weighted* wanted = nullptr;  // null: not in the message
    std::uint32_t grams = 0;     // QueryGrams::number_of
    std::uint32_t count = 0;
  };
  using Pairs = std::unordered_map<std::uint32_t, Weighted>;

  void read(std::string_view encoded);
  double word_score(double norm) const;
  double pair_score(double norm) const;
  double letter_score(double norm) const;

  double average_words_;
  QueryGrams grams_;
  std::vector<std::pair<std::uint32_t, Weighted>> stems_;
  Pairs pairs_;
  double all_stems_ = 0;  // what their weights add up to
  double all_pairs_ = 0;
  double all_grams_ = 0;

  std::vector<Key> keys_;  // of the record being looked at
  std::uint32_t word_count_ = 0;
};

}  // namespace kb::index
