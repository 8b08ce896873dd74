#include "core/insights/gaps/near_articles.h"

#include <algorithm>
#include <map>

#include "core/insights/gaps/diagnosis.h"

namespace kb::insights {
namespace {

struct NearCandidate {
  FittingArticle article;
  double fits = 0;    // weight of the questions that it fits
  double covers = 0;  // weighed coverage of all that it is near
};

bool comes_before(const NearCandidate& a, const NearCandidate& b) {
  if (a.fits != b.fits) return a.fits > b.fits;
  if (a.covers != b.covers) return a.covers > b.covers;
  return a.article.id < b.article.id;
}

// Alphabetically the first of those that are equally near.
std::string nearest_category(const std::vector<NearCandidate>& candidates) {
  std::map<std::string, double> near;
  for (const auto& candidate : candidates) near[candidate.article.category] += candidate.covers;
  const auto most =
      std::ranges::max_element(near, {}, [](const auto& category) { return category.second; });
  return most == near.end() ? std::string() : most->first;
}

}  // namespace

Result<NearArticles> near_articles(const std::vector<SampledQuestion>& sample,
                                   std::string_view lang, ArticleFinder& finder) {
  NearArticles near;
  std::map<std::string, NearCandidate> by_id;
  double all = 0;
  for (const auto& question : sample) {
    auto found = finder.find(lang, question.text);
    if (!found) return fail(found.error());
    double best = 0;
    for (auto& article : *found) {
      best = std::max(best, article.coverage);
      if (article.coverage < kIsNear) continue;
      const double coverage = article.coverage;
      auto& candidate = by_id[article.id];
      candidate.article = std::move(article);
      if (coverage >= kFits) candidate.fits += question.weight;
      candidate.covers += coverage * question.weight;
    }
    all += question.weight;
    near.coverage += best * question.weight;
  }
  if (all == 0) return near;
  near.coverage /= all;
  std::vector<NearCandidate> candidates;
  for (auto& [id, candidate] : by_id) candidates.push_back(std::move(candidate));
  std::ranges::sort(candidates, comes_before);
  near.category = nearest_category(candidates);
  if (candidates.size() > kShownArticles) candidates.resize(kShownArticles);
  for (const auto& [article, fits, covers] : candidates)
    near.articles.push_back(
        {article.lang, article.id, article.title, fits / all, article.is_stale});
  return near;
}

}  // namespace kb::insights
