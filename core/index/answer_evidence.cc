#include "core/index/answer_evidence.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/index/field.h"

namespace kb::index {
namespace {

// Words a block: the query's words count as standing together within three blocks.
constexpr std::size_t kBlockWords = 8;

// A gram in more of the articles than this tells nothing and costs most.
constexpr double kCommonGram = 0.5;

QueryGrams grams_in(std::span<const EvidenceWord> words, std::span<const Lexicon* const> lexicons,
                    double articles) {
  std::vector<std::string_view> folded;
  for (const auto& word : words) folded.push_back(word.forms.folded);
  return {folded, lexicons, [&](std::uint32_t, double with) {
            return with > kCommonGram * articles ? 0 : inverse_frequency(articles, with);
          }};
}

}  // namespace

double inverse_frequency(double articles, double with) {
  return std::log(1 + (articles - std::min(with, articles) + 0.5) / (with + 0.5));
}

AnswerEvidence::AnswerEvidence(std::span<const EvidenceWord> words,
                               std::span<const Lexicon* const> lexicons,
                               const CollectionFacts& collection)
    : collection_(collection), grams_(grams_in(words, lexicons, collection.articles)) {
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 64); ++i) {
    const auto key = key_of(words[i].forms);
    if (words[i].exact_weight > 0) exact_.push_back({key.word, words[i].exact_weight, 0});
    const auto known = std::find_if(stems_.begin(), stems_.end(),
                                    [&](const auto& other) { return other.first == key.stem; });
    if (known != stems_.end()) {
      known->second |= std::uint64_t{1} << i;
      continue;
    }
    stems_.emplace_back(key.stem, std::uint64_t{1} << i);
    stem_weights_.push_back(words[i].weight);
  }
}

std::uint64_t AnswerEvidence::places_of(std::uint32_t stem) const {
  for (const auto& [hash, places] : stems_)
    if (hash == stem) return places;
  return 0;
}

std::uint32_t AnswerEvidence::exact_of(std::uint32_t word) const {
  for (std::size_t i = 0; i < exact_.size(); ++i)
    if (exact_[i].hash == word) return static_cast<std::uint32_t>(i + 1);
  return 0;
}

void AnswerEvidence::look_at(std::string_view record, std::uint32_t word_count) {
  Found& found = found_.emplace_back();
  RecordScan scan(record);
  keys_.assign(scan.key_count(), Key());
  for (auto& key : keys_) {
    const WordKey of_record = scan.next_key();
    key.places = places_of(of_record.stem);
    key.grams = grams_.number_of(of_record.word);
    key.exact = exact_of(of_record.word);
  }
  for (auto& word : exact_) word.count = 0;
  // A keyword says as much as a heading.
  while (scan.next_label()) {
    const double label = weight_of_places(read_words(scan.words(), kTagWeight, found));
    found.heading = std::max(found.heading, label);
  }
  bool is_first = true;  // its title is the article's
  while (scan.next_section()) {
    blocks_ = {};
    in_block_ = 0;
    const auto weight = is_first ? kTitleWeight : kHeadingWeight;
    const double title = weight_of_places(read_words(scan.title_words(), weight, found));
    double& best = is_first ? found.title : found.heading;
    best = std::max(best, title);
    is_first = false;
    read_words(scan.words(), kBodyWeight, found);
    end_block(found);
  }
  const double norm = length_norm(word_count);
  found.exact = exact_score(norm);
  found.letters = letter_score(norm);
}

std::uint64_t AnswerEvidence::read_words(std::string_view encoded, unsigned weight, Found& found) {
  std::uint64_t all_places = 0;
  previous_places_ = 0;
  RecordWords words(encoded);
  for (RecordWord word{}; words.next(word);) {
    if (word.key >= keys_.size()) break;
    Key& key = keys_[word.key];
    found.pairs |= (previous_places_ << 1) & key.places;
    previous_places_ = key.places;
    all_places |= key.places;
    if (key.exact != 0) exact_[key.exact - 1].count += weight;
    if (key.grams != 0) {
      key.count += weight;
      const Grams& grams = grams_.of(key.grams);
      for (std::size_t i = 0; i < grams.size(); ++i) blocks_[0][i] |= grams[i];
    }
    if (++in_block_ == kBlockWords) end_block(found);
  }
  return all_places;
}

double AnswerEvidence::weight_of_places(std::uint64_t places) const {
  double weight = 0;
  for (std::size_t i = 0; i < stems_.size(); ++i)
    if ((stems_[i].second & places) != 0) weight += stem_weights_[i];
  return weight;
}

void AnswerEvidence::end_block(Found& found) {
  Grams seen{};
  for (const auto& block : blocks_)
    for (std::size_t i = 0; i < seen.size(); ++i) seen[i] |= block[i];
  if (blocks_[0] != Grams{}) found.together = std::max(found.together, grams_.weight_of(seen));
  blocks_ = {Grams{}, blocks_[0], blocks_[1]};
  in_block_ = 0;
}

double AnswerEvidence::length_norm(std::uint32_t word_count) const {
  return kSaturation *
         (1 - kLengthShare + kLengthShare * word_count / std::max(1.0, collection_.average_words));
}

// BM25 over the query's words in their exact form.
double AnswerEvidence::exact_score(double norm) const {
  double score = 0;
  for (const auto& word : exact_)
    if (word.count > 0) score += word.weight * word.count * (kSaturation + 1) / (word.count + norm);
  return score;
}

// BM25 over the query's letter grams.
double AnswerEvidence::letter_score(double norm) const {
  std::array<std::uint32_t, QueryGrams::kMostGrams> counts{};
  for (const auto& key : keys_) {
    if (key.count == 0) continue;
    const Grams& grams = grams_.of(key.grams);
    for (std::size_t word = 0; word < grams.size(); ++word)
      for (auto bits = grams[word]; bits != 0; bits &= bits - 1)
        counts[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))] += key.count;
  }
  double score = 0;
  for (std::size_t i = 0; i < grams_.weights().size(); ++i)
    if (counts[i] > 0)
      score += grams_.weights()[i] * counts[i] * (kSaturation + 1) / (counts[i] + norm);
  return score;
}

// How telling a pair is, the candidates say: what most of them have sets none apart.
std::vector<double> AnswerEvidence::scores() const {
  std::array<double, 64> pair_weights{};
  for (std::size_t bit = 1; bit < pair_weights.size(); ++bit) {
    double with = 0;
    for (const auto& found : found_) with += static_cast<double>((found.pairs >> bit) & 1);
    if (with > 0) pair_weights[bit] = inverse_frequency(static_cast<double>(found_.size()), with);
  }
  std::vector<double> scores;
  for (const auto& found : found_) {
    double pairs = 0;
    for (auto bits = found.pairs; bits != 0; bits &= bits - 1)
      pairs += pair_weights[static_cast<std::size_t>(std::countr_zero(bits))];
    scores.push_back(kWordEvidence * found.exact + kLetterEvidence * found.letters +
                     kTogetherEvidence * found.together + kPairEvidence * pairs +
                     kTitleEvidence * found.title + kHeadingEvidence * found.heading);
  }
  return scores;
}

}  // namespace kb::index
