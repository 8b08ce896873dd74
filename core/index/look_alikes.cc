#include "core/index/look_alikes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/text/letter_grams.h"

namespace kb::index {
namespace {

constexpr std::size_t kShortestAlike = 4;  // bytes of either word: shorter ones look like many
constexpr double kFewestShared = 3;        // grams, of alphabets: "good" is no part of "goodwill"
constexpr double kLeastOfLonger = 0.25;    // the longer one must be related, too
constexpr double kLeastLikeness = 0.5;

// Into `grams`, whatever it held.
void read_grams(std::string_view folded, std::vector<std::uint32_t>& grams) {
  grams.clear();
  text::add_letter_grams(folded, grams);
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

// Written in characters that say more than a letter (letter_grams.h).
bool is_dense(std::string_view word) {
  return static_cast<unsigned char>(word.front()) >= 0xE3;
}

// How many of the grams each word of the lexicon has: by the number of the word.
void count_shared(const Lexicon& lexicon, const std::vector<std::uint32_t>& grams,
                  std::vector<std::uint8_t>& shared) {
  static_assert(text::kMostLettersInGrams < 256);
  shared.assign(lexicon.size(), 0);
  for (const auto gram : grams) {
    const auto words = lexicon.places_of(gram).words;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i] < shared.size()) ++shared[words[i]];
  }
}

}  // namespace

std::vector<LookAlike> look_alikes(std::string_view folded,
                                   std::span<const Lexicon* const> lexicons, std::size_t most) {
  std::vector<LookAlike> found;
  if (folded.size() < kShortestAlike) return found;
  std::vector<std::uint32_t> grams, others;
  read_grams(folded, grams);
  const auto fewest = static_cast<std::uint8_t>(
      std::max(1.0, std::ceil(kLeastOfLonger * static_cast<double>(grams.size()))));
  std::vector<std::uint8_t> shared;
  for (const auto* lexicon : lexicons) {
    count_shared(*lexicon, grams, shared);
    for (std::size_t word = 0; word < shared.size(); ++word) {
      if (shared[word] < fewest) continue;
      const double count = shared[word];
      const auto other = lexicon->folded(word);
      if (other.size() < kShortestAlike || other == folded) continue;
      if (count < kFewestShared && !is_dense(other)) continue;
      read_grams(other, others);
      const auto part_of = [&](std::size_t whole) { return count / static_cast<double>(whole); };
      const double likeness = part_of(std::min(grams.size(), others.size()));
      if (likeness >= kLeastLikeness &&
          part_of(std::max(grams.size(), others.size())) >= kLeastOfLonger)
        found.push_back({std::string(lexicon->surface(word)), likeness});
    }
  }
  std::sort(found.begin(), found.end(), [](const LookAlike& a, const LookAlike& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.surface < b.surface;
  });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace kb::index
