#include "core/insights/gaps/description_length.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kb::insights {
namespace {

// A cluster's words are expected to be those of all questions until it has about as many of its
// own. Less would take every turn of phrase for a topic.
constexpr double kMostPriorWords = 300;
constexpr double kPriorShare = 0.03;  // of all words, where there are few

double log_gamma(double x) {
  int sign = 0;  // lgamma would write it to a global, and threads would meet there
  return lgamma_r(x, &sign);
}

}  // namespace

double description_length(const QuestionForms& forms, std::span<const std::uint32_t> form_at,
                          std::span<const std::uint32_t> cluster_of) {
  std::vector<double> share(forms.word_count());
  double all = 0;
  for (const auto form : form_at)
    for (const auto word : forms.words(form)) {
      share[word] += 1;
      all += 1;
    }
  if (all == 0) return 0;
  for (auto& each : share) each /= all;

  std::vector<std::vector<std::uint32_t>> members;
  for (std::size_t i = 0; i < form_at.size(); ++i) {
    if (cluster_of[i] >= members.size()) members.resize(cluster_of[i] + 1);
    members[cluster_of[i]].push_back(form_at[i]);
  }

  std::vector<double> count(forms.word_count());
  std::vector<std::uint32_t> seen;
  const double prior_words = std::min(kMostPriorWords, kPriorShare * all);
  double likelihood = 0;
  for (const auto& cluster : members) {
    const auto size = static_cast<double>(cluster.size());
    likelihood += size * std::log(size / static_cast<double>(form_at.size()));
    seen.clear();
    double words = 0;
    for (const auto form : cluster)
      for (const auto word : forms.words(form)) {
        if (count[word] == 0) seen.push_back(word);
        count[word] += 1;
        words += 1;
      }
    likelihood += log_gamma(prior_words) - log_gamma(prior_words + words);
    for (const auto word : seen) {
      const double prior = prior_words * share[word];
      likelihood += log_gamma(prior + count[word]) - log_gamma(prior);
      count[word] = 0;
    }
  }
  return -likelihood / all;
}

}  // namespace kb::insights
