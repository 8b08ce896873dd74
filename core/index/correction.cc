#include "core/index/correction.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "core/text/normal_form.h"
#include "core/text/typing_distance.h"

namespace kb::index {
namespace {

constexpr std::size_t kShortest = 3;    // letters: of two, too many others are near
constexpr double kApart = 0.9;          // two words that were written as one, as a distance
constexpr double kPerFrequency = 0.12;  // how much nearer a word e times as frequent may seem

// How far a word may be from what was meant, in slips (typing_distance.h).
double most_slips(std::size_t letters) {
  if (letters < 5) return 1;
  return letters < 9 ? 1.7 : 2.4;
}

double nearer_by(std::uint32_t frequency) {
  return kPerFrequency * std::log1p(static_cast<double>(frequency));
}

struct Candidate {
  std::string text;
  double cost = 0;
};

class NearestWord {
 public:
  NearestWord(const text::WordForms& typed, std::span<const Lexicon* const> lexicons)
      : typed_(typed), letters_(text::to_utf32(typed.surface)), lexicons_(lexicons) {}

  std::optional<std::string> find() {
    if (letters_.size() < kShortest || has_digit()) return std::nullopt;
    for (const auto* lexicon : lexicons_) look_through(*lexicon);
    try_apart();
    if (!best_) return std::nullopt;
    return best_->text;
  }

 private:
  bool has_digit() const {
    return std::any_of(letters_.begin(), letters_.end(),
                       [](char32_t letter) { return letter >= U'0' && letter <= U'9'; });
  }

  // One slip changes two letters of the word at most, and each letter one bit.
  void look_through(const Lexicon& lexicon) {
    const double most = most_slips(letters_.size());
    const auto wanted = letters_of(typed_.folded);
    const int most_bits = 2 * static_cast<int>(std::ceil(most / 0.7));
    const std::size_t most_bytes = 4 * static_cast<std::size_t>(std::ceil(most / 0.7));
    for (std::size_t word = 0; word < lexicon.size(); ++word) {
      if (std::popcount(lexicon.letters(word) ^ wanted) > most_bits) continue;
      const auto size = lexicon.folded(word).size();
      if (size > typed_.folded.size() + most_bytes || typed_.folded.size() > size + most_bytes)
        continue;
      const auto surface = lexicon.surface(word);
      const auto frequency = lexicon.frequency(word);
      const double near_enough = std::min(most, slips_of_a_better(frequency));
      const double slips = text::typing_distance(letters_, text::to_utf32(surface), near_enough);
      if (slips <= near_enough) consider(std::string(surface), slips, frequency);
    }
  }

  // A word of this frequency that is further away costs more than the best one.
  double slips_of_a_better(std::uint32_t frequency) const {
    constexpr double kRounding = 1e-9;
    return best_ ? best_->cost + nearer_by(frequency) + kRounding
                 : std::numeric_limits<double>::infinity();
  }

  void try_apart() {
    const std::string_view word = typed_.folded;
    std::size_t letters_left = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
      if ((static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) continue;
      if (letters_left++ < kShortest || letters_left + kShortest > letters_.size() + 1) continue;
      const auto left = find_word(word.substr(0, at));
      const auto right = find_word(word.substr(at));
      if (left && right)
        consider(left->text + " " + right->text, kApart,
                 static_cast<std::uint32_t>(std::min(left->cost, right->cost)));
    }
  }

  // With its frequency as the cost.
  std::optional<Candidate> find_word(std::string_view folded) const {
    for (const auto* lexicon : lexicons_)
      if (const auto word = lexicon->find(folded))
        return Candidate{std::string(lexicon->surface(*word)),
                         static_cast<double>(lexicon->frequency(*word))};
    return std::nullopt;
  }

  void consider(std::string text, double slips, std::uint32_t frequency) {
    const double cost = slips - nearer_by(frequency);
    if (!best_ || cost < best_->cost || (cost == best_->cost && text < best_->text))
      best_ = Candidate{std::move(text), cost};
  }

  const text::WordForms& typed_;
  std::u32string letters_;
  std::span<const Lexicon* const> lexicons_;
  std::optional<Candidate> best_;
};

}  // namespace

std::optional<std::string> corrected(std::string_view text, text::Analyser& analyser,
                                     std::span<const Lexicon* const> lexicons,
                                     const KnownWord& is_known) {
  std::string right;
  std::size_t at = 0;
  bool changed = false;
  for (const auto& word : std::vector<text::Word>(analyser.analyse(text))) {
    if (is_known(*word.forms)) continue;
    const auto nearest = NearestWord(*word.forms, lexicons).find();
    if (!nearest) continue;
    right.append(text, at, word.begin - at);
    right += *nearest;
    at = word.end;
    changed = true;
  }
  if (!changed) return std::nullopt;
  right.append(text, at);
  return right;
}

}  // namespace kb::index
