#include "core/index/question_evidence.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "core/index/field.h"
#include "core/index/record.h"

namespace kb::index {
namespace {

double share(double found, double all) {
  return all > 0 ? found / all : 0;
}

QueryGrams grams_of(const MessageWords& words, const Database& tickets) {
  std::vector<std::string_view> folded;
  for (const auto& word : words.telling) folded.push_back(word.forms.folded);
  const std::array lexicons = {&tickets.lexicon};
  return {folded, lexicons, [&](std::uint32_t gram, double) { return tickets.telling.gram(gram); }};
}

// As BM25 counts a repeated word.
double saturated(double count, double norm) {
  return count * (kSaturation + 1) / (count + norm);
}

}  // namespace

QuestionEvidence::QuestionEvidence(const MessageWords& words, const Database& tickets)
    : average_words_(tickets.telling.average_words()), grams_(grams_of(words, tickets)) {
  for (const auto& word : words.telling) {
    stems_.push_back({key_of(word.forms).stem, {word.weight, 0}});
    all_stems_ += word.weight;
  }
  for (const auto& [first, second] : words.pairs) {
    const auto a = key_of(words.all[first]).stem;
    const auto b = key_of(words.all[second]).stem;
    const double weight = tickets.telling.pair(a, b);
    if (!pairs_.emplace(TellingWeights::pair_hash(a, b), Weighted{weight, 0}).second) continue;
    if (tickets.telling.has_pair(a, b)) all_pairs_ += weight;
  }
  const auto& grams = grams_.weights();
  all_grams_ = std::accumulate(grams.begin(), grams.end(), 0.0);
}

double QuestionEvidence::score(std::string_view record) {
  for (auto& [hash, stem] : stems_) stem.count = 0;
  for (auto& [hash, pair] : pairs_) pair.count = 0;
  word_count_ = 0;
  RecordScan scan(record);
  keys_.assign(scan.key_count(), Key());
  for (auto& key : keys_) {
    const WordKey of_record = scan.next_key();
    key.stem = of_record.stem;
    key.grams = grams_.number_of(of_record.word);
    const auto wanted = std::find_if(stems_.begin(), stems_.end(), [&](const auto& stem) {
      return stem.first == of_record.stem;
    });
    if (wanted != stems_.end()) key.wanted = &wanted->second;
  }
  while (scan.next_label()) {
  }
  if (!scan.next_section()) return 0;
  read(scan.title_words());
  read(scan.words());
  const double norm =
      kSaturation * (1 - kLengthShare + kLengthShare * word_count_ / average_words_);
  return (share(word_score(norm), all_stems_) +
          kQuestionLetterEvidence * share(letter_score(norm), all_grams_) +
          kQuestionPairEvidence * share(pair_score(norm), all_pairs_)) /
         (1 + kQuestionLetterEvidence + kQuestionPairEvidence);
}

void QuestionEvidence::read(std::string_view encoded) {
  const Key* previous = nullptr;
  RecordWords words(encoded);
  for (RecordWord word{}; words.next(word) && word.key < keys_.size();) {
    Key& key = keys_[word.key];
    ++key.count;
    ++word_count_;
    if (key.wanted != nullptr) ++key.wanted->count;
    if (previous != nullptr)
      if (const auto pair = pairs_.find(TellingWeights::pair_hash(previous->stem, key.stem));
          pair != pairs_.end())
        ++pair->second.count;
    previous = &key;
  }
}

double QuestionEvidence::word_score(double norm) const {
  double score = 0;
  for (const auto& [hash, stem] : stems_) score += stem.weight * saturated(stem.count, norm);
  return score;
}

double QuestionEvidence::pair_score(double norm) const {
  double score = 0;
  for (const auto& [hash, pair] : pairs_) score += pair.weight * saturated(pair.count, norm);
  return score;
}

double QuestionEvidence::letter_score(double norm) const {
  std::array<std::uint32_t, QueryGrams::kMostGrams> counts{};
  for (const auto& key : keys_) {
    if (key.grams == 0 || key.count == 0) continue;
    const auto& grams = grams_.of(key.grams);
    for (std::size_t word = 0; word < grams.size(); ++word)
      for (auto bits = grams[word]; bits != 0; bits &= bits - 1)
        counts[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))] += key.count;
  }
  double score = 0;
  for (std::size_t i = 0; i < grams_.weights().size(); ++i)
    score += grams_.weights()[i] * saturated(counts[i], norm);
  return score;
}

}  // namespace kb::index
