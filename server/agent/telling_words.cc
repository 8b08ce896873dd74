#include "server/agent/telling_words.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/text/analyser.h"

namespace kb {
namespace {

constexpr double kTooCommon = 0.25;       // of all articles
constexpr std::size_t kShortestWord = 3;  // bytes

struct Candidate {
  std::string surface;
  std::size_t place = 0;
  double count = 0;
  double weight = 0;
};

std::string without_placeholders(std::string_view text) {
  constexpr std::string_view kOpen = "«", kClose = "»";
  std::string out;
  while (!text.empty()) {
    const auto open = text.find(kOpen);
    out += text.substr(0, open);
    if (open == text.npos) break;
    const auto close = text.find(kClose, open);
    if (close == text.npos) break;
    out += ' ';
    text.remove_prefix(close + kClose.size());
  }
  return out;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t articles_with(const index::Lexicon& lexicon, std::string_view folded) {
  const auto word = lexicon.find(folded);
  return word ? lexicon.frequency(*word) : 0;
}

}  // namespace

std::vector<std::string> telling_words(std::string_view message, const std::string& lang,
                                       const index::Generation& generation, std::size_t limit) {
  const auto* database = generation.database({lang, Audience::everyone});
  if (!database) return {};
  const auto articles =
      static_cast<double>(std::max<std::size_t>(database->catalogue.rows().size(), 1));
  text::Stemmers stemmers;
  text::Analyser analyser(lang, stemmers);
  const auto plain = without_placeholders(message);
  std::map<std::string, Candidate> by_stem;
  std::size_t place = 0;
  for (const auto& word : analyser.analyse(plain)) {
    const auto& forms = *word.forms;
    const auto found_in = static_cast<double>(articles_with(database->lexicon, forms.folded));
    if (forms.surface.size() < kShortestWord || has_digit(forms.surface)) continue;
    if (found_in > kTooCommon * articles && found_in > 2) continue;
    auto& candidate = by_stem[forms.folded_stem];
    if (candidate.surface.empty()) candidate = {.surface = forms.surface, .place = place++};
    ++candidate.count;
    candidate.weight = std::sqrt(candidate.count) * std::log((articles + 1) / (found_in + 0.5));
    // What no article has may be the missing word, and may be a typing mistake.
    if (found_in == 0) candidate.weight *= 0.6;
  }
  std::vector<Candidate> best;
  for (auto& [stem, candidate] : by_stem) best.push_back(std::move(candidate));
  std::ranges::stable_sort(best, std::greater{}, &Candidate::weight);
  best.resize(std::min(best.size(), limit));
  std::ranges::sort(best, {}, &Candidate::place);
  std::vector<std::string> words;
  for (auto& candidate : best) words.push_back(std::move(candidate.surface));
  return words;
}

}  // namespace kb
