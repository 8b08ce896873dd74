#include "core/index/look_alikes.h"

#include <algorithm>
#include <unordered_map>

#include "core/text/letter_grams.h"

namespace kb::index {
namespace {

constexpr std::size_t kShortestAlike = 4;  // bytes of either word: shorter ones look like many
constexpr double kFewestShared = 3;        // grams, of alphabets: "good" is no part of "goodwill"
constexpr double kLeastOfLonger = 0.25;    // the longer one must be related, too
constexpr double kLeastLikeness = 0.5;

std::vector<std::uint32_t> distinct_grams(std::string_view folded) {
  std::vector<std::uint32_t> grams;
  text::add_letter_grams(folded, grams);
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

// Written in characters that say more than a letter (letter_grams.h).
bool is_dense(std::string_view word) {
  return static_cast<unsigned char>(word.front()) >= 0xE3;
}

}  // namespace

std::vector<LookAlike> look_alikes(std::string_view folded,
                                   std::span<const Lexicon* const> lexicons, std::size_t most) {
  std::vector<LookAlike> found;
  const auto grams = distinct_grams(folded);
  if (folded.size() < kShortestAlike) return found;
  for (const auto* lexicon : lexicons) {
    std::unordered_map<std::uint32_t, std::size_t> shared;
    for (const auto gram : grams) {
      const auto words = lexicon->places_of(gram).words;
      for (std::size_t i = 0; i < words.size(); ++i) ++shared[words[i]];
    }
    for (const auto& entry : shared) {
      const auto word = entry.first;
      const auto count = static_cast<double>(entry.second);
      if (word >= lexicon->size()) continue;
      const auto other = lexicon->folded(word);
      if (other.size() < kShortestAlike || other == folded) continue;
      const auto others = distinct_grams(other).size();
      const auto part_of = [&](std::size_t whole) { return count / static_cast<double>(whole); };
      if (count < kFewestShared && !is_dense(other)) continue;
      const double likeness = part_of(std::min(grams.size(), others));
      if (likeness >= kLeastLikeness && part_of(std::max(grams.size(), others)) >= kLeastOfLonger)
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
