#include "core/insights/article_prior.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/insights/share.h"

namespace kb::insights {
namespace {

struct Signal {
  double weight;    // of the bound; they add up to 1
  double imagined;  // readers like the language's mean, before the first real one
  Share (*share)(const ArticleEvidence&);
};

// What browsers tell can be forged or come twice: never more than there are.
Share share(std::int64_t count, std::int64_t of) {
  of = std::max<std::int64_t>(of, 0);
  return {std::clamp<std::int64_t>(count, 0, of), of};
}

constexpr std::array kSignals = {
    Signal{
        0.5, 20,
        [](const ArticleEvidence& of) { return share(of.votes_yes, of.votes_yes + of.votes_no); }},
    Signal{0.3, 50, [](const ArticleEvidence& of) { return share(of.reads, of.views); }},
    Signal{0.2, 200, [](const ArticleEvidence& of) { return share(of.clicks, of.shown); }},
};

using Means = std::array<Share, kSignals.size()>;

std::string_view language_of(std::string_view key) {
  return key.substr(0, key.find('/'));
}

double odds(double probability) {
  return probability / (1 - probability);
}

// From -1, far worse than the mean, to 1: tanh of the difference of the logarithms of the odds.
double compared(const Share& own, const Share& mean, double imagined) {
  if (mean.count == 0 || mean.count == mean.of) return 0;  // all are alike
  const double expected = static_cast<double>(mean.count) / static_cast<double>(mean.of);
  const double smoothed = (static_cast<double>(own.count) + imagined * expected) /
                          (static_cast<double>(own.of) + imagined);
  const double ratio = odds(smoothed) / odds(expected);
  return (ratio * ratio - 1) / (ratio * ratio + 1);
}

}  // namespace

void ArticleEvidence::add(Counter counter, std::int64_t value) {
  if (counter == Counter::shown) shown += value;
  if (counter == Counter::clicks) clicks += value;
  if (counter == Counter::views) views += value;
  if (counter == Counter::reads) reads += value;
  if (counter == Counter::votes_yes) votes_yes += value;
  if (counter == Counter::votes_no) votes_no += value;
}

std::map<std::string, double> article_priors(const ArticleEvidences& articles, double bound) {
  std::map<std::string_view, Means> by_language;
  for (const auto& [key, evidence] : articles)
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      const auto own = kSignals[i].share(evidence);
      Share& mean = by_language[language_of(key)][i];
      mean.count += own.count;
      mean.of += own.of;
    }
  std::map<std::string, double> priors;
  for (const auto& [key, evidence] : articles) {
    const Means& means = by_language[language_of(key)];
    double verdict = 0;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      const auto& [weight, imagined, of] = kSignals[i];
      verdict += weight * compared(of(evidence), means[i], imagined);
    }
    priors.emplace_hint(priors.end(), key, 1 + bound * verdict);
  }
  return priors;
}

}  // namespace kb::insights
