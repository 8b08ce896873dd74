#include "core/insights/gaps/word_weights.h"

#include <algorithm>
#include <cmath>

namespace kb::insights {
namespace {

// Chosen on BANKING77 and quarters of its intents, with docs/evaluation.md's figures.
constexpr double kRarityPower = 0.3;
constexpr double kContextPower = 0.25;
constexpr double kWordsBefore = 200;       // words around, as all questions have them
constexpr double kWordsToJudge = 10;       // words around: with fewer a word passes for telling
constexpr std::size_t kFormsRead = 1'000;  // of a word: more say nothing new

}  // namespace

WordWeigher::WordWeigher(const QuestionForms& forms)
    : forms_(forms), around_(forms.word_count()), count_(forms.word_count()) {
  double all = 0;
  for (std::uint32_t form = 0; form < forms.size(); ++form) {
    const auto words = forms.words(form);
    const auto others = static_cast<double>(words.size()) - 1;
    for (const auto word : words) around_[word] += others;
    all += others * static_cast<double>(words.size());
  }
  for (auto& share : around_) share = all > 0 ? share / all : 0;
}

float WordWeigher::weigh(std::uint32_t word, std::span<const std::uint32_t> with) const {
  if (with.size() < 2) return 0;
  const double rarity =
      std::log1p(static_cast<double>(forms_.size()) / static_cast<double>(with.size()));
  return static_cast<float>(std::pow(rarity, kRarityPower) *
                            std::pow(context(word, with), kContextPower));
}

double WordWeigher::context(std::uint32_t word, std::span<const std::uint32_t> with) const {
  std::vector<std::uint32_t> seen;
  double total = 0;
  const std::size_t step = std::max<std::size_t>(1, with.size() / kFormsRead);
  for (std::size_t i = 0; i < with.size(); i += step)
    for (const auto other : forms_.words(with[i])) {
      if (other == word) continue;
      if (count_[other] == 0) seen.push_back(other);
      count_[other] += 1;
      total += 1;
    }
  double divergence = 0;
  double unseen = 1;
  for (const auto other : seen) {
    const double share = (count_[other] + kWordsBefore * around_[other]) / (total + kWordsBefore);
    divergence += share * std::log(share / around_[other]);
    unseen -= around_[other];
    count_[other] = 0;
  }
  const double kept = kWordsBefore / (total + kWordsBefore);
  if (unseen > 0) divergence += unseen * kept * std::log(kept);
  // As far as there is nothing around it to judge by, it is taken for a telling one.
  return std::max(divergence, 0.0) + kWordsToJudge / (total + kWordsToJudge);
}

}  // namespace kb::insights
