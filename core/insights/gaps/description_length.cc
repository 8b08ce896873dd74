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

DescriptionLength::DescriptionLength(const QuestionForms& forms,
                                     std::span<const std::uint32_t> form_at)
    : forms_(forms), form_at_(form_at), prior_(forms.word_count()), count_(forms.word_count()) {
  for (const auto form : form_at)
    for (const auto word : forms.words(form)) {
      prior_[word] += 1;
      words_ += 1;
    }
  prior_words_ = std::min(kMostPriorWords, kPriorShare * words_);
  if (words_ > 0)
    for (auto& each : prior_) each *= prior_words_ / words_;
}

double DescriptionLength::of(std::span<const std::uint32_t> cluster_of) {
  if (words_ == 0) return 0;
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t place = 0; place < form_at_.size(); ++place) {
    if (cluster_of[place] >= members.size()) members.resize(cluster_of[place] + 1);
    members[cluster_of[place]].push_back(place);
  }
  double length = 0;
  for (const auto& places : members) length += of_cluster(places);
  return length / words_;
}

double DescriptionLength::of_cluster(std::span<const std::uint32_t> places) {
  if (places.empty()) return 0;
  const auto size = static_cast<double>(places.size());
  double likelihood = size * std::log(size / static_cast<double>(form_at_.size()));
  seen_.clear();
  double words = 0;
  for (const auto place : places)
    for (const auto word : forms_.words(form_at_[place])) {
      if (count_[word] == 0) seen_.push_back(word);
      count_[word] += 1;
      words += 1;
    }
  likelihood += log_gamma(prior_words_) - log_gamma(prior_words_ + words);
  for (const auto word : seen_) {
    likelihood += log_gamma(prior_[word] + count_[word]) - log_gamma(prior_[word]);
    count_[word] = 0;
  }
  return -likelihood;
}

}  // namespace kb::insights
