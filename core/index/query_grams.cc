#include "core/index/query_grams.h"

#include <algorithm>
#include <bit>

#include "core/text/letter_grams.h"

namespace kb::index {

QueryGrams::QueryGrams(std::span<const std::string_view> folded,
                       std::span<const Lexicon* const> lexicons, const Weigh& weigh) {
  std::vector<std::uint32_t> grams;
  for (const auto word : folded) text::add_letter_grams(word, grams);
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());

  struct Chosen {
    double weight = 0;
    std::vector<std::pair<const Lexicon*, NumberList>> words;
  };
  std::vector<Chosen> chosen;
  for (const auto gram : grams) {
    Chosen of_gram;
    double articles = 0;
    for (const auto* lexicon : lexicons) {
      const auto places = lexicon->places_of(gram);
      articles += places.frequency;
      of_gram.words.emplace_back(lexicon, places.words);
    }
    if (articles == 0) continue;
    of_gram.weight = weigh(gram, articles);
    if (of_gram.weight > 0) chosen.push_back(std::move(of_gram));
  }
  if (chosen.size() > kMostGrams) {
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    chosen.resize(kMostGrams);
  }
  table_.resize(1024);
  grams_of_words_.emplace_back();
  for (const auto& gram : chosen) {
    for (const auto& [lexicon, words_with] : gram.words)
      note_words_with(words_with, *lexicon, weights_.size());
    weights_.push_back(gram.weight);
  }
}

void QueryGrams::note_words_with(const NumberList& words, const Lexicon& lexicon, std::size_t bit) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] < lexicon.size())
      grams_to_set(lexicon.hash(words[i]))[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

QueryGrams::Set& QueryGrams::grams_to_set(std::uint32_t hash) {
  if (2 * table_used_ >= table_.size()) grow_table();
  std::size_t at = hash & (table_.size() - 1);
  while (table_[at].number != 0 && table_[at].hash != hash) at = (at + 1) & (table_.size() - 1);
  if (table_[at].number == 0) {
    ++table_used_;
    table_[at] = {hash, static_cast<std::uint32_t>(grams_of_words_.size())};
    grams_of_words_.emplace_back();
  }
  return grams_of_words_[table_[at].number];
}

void QueryGrams::grow_table() {
  std::vector<WordGrams> larger(table_.size() * 4);
  for (const auto& entry : table_) {
    if (entry.number == 0) continue;
    std::size_t at = entry.hash & (larger.size() - 1);
    while (larger[at].number != 0) at = (at + 1) & (larger.size() - 1);
    larger[at] = entry;
  }
  table_.swap(larger);
}

std::uint32_t QueryGrams::number_of(std::uint32_t hash) const {
  std::size_t at = hash & (table_.size() - 1);
  while (table_[at].number != 0 && table_[at].hash != hash) at = (at + 1) & (table_.size() - 1);
  return table_[at].number;
}

double QueryGrams::weight_of(const Set& grams) const {
  double weight = 0;
  for (std::size_t word = 0; word < grams.size(); ++word)
    for (auto bits = grams[word]; bits != 0; bits &= bits - 1)
      weight += weights_[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
  return weight;
}

}  // namespace kb::index
