#include "core/index/language_evidence.h"

#include <algorithm>
#include <cmath>

namespace kb::index {
namespace {

// As if so large a share of the articles had a word that none has: the same in collections of all
// sizes, so that a large one is no better or worse for it.
constexpr double kUnknownShare = 0.001;

double share_of(const text::WordForms& word, const LanguageWords& language) {
  double with = 0;
  for (const auto* lexicon : language.lexicons)
    if (const auto found = lexicon->find(word.folded)) with += lexicon->frequency(*found);
  return language.articles > 0 ? std::min(1.0, with / language.articles) : 0;
}

}  // namespace

std::vector<LanguageEvidence> rank_languages(std::span<const text::WordForms> words,
                                             std::span<const LanguageWords> languages) {
  std::vector<LanguageEvidence> ranked;
  for (const auto& language : languages) {
    LanguageEvidence evidence{language.lang, 0, 0};
    for (const auto& word : words) {
      const double share = share_of(word, language);
      evidence.known += share > 0 ? 1 : 0;
      evidence.likelihood += std::log(std::max(share, kUnknownShare));
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, words.size()));
    evidence.known /= count;
    evidence.likelihood /= count;
    ranked.push_back(std::move(evidence));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.likelihood > b.likelihood; });
  return ranked;
}

}  // namespace kb::index
