#include "indexer/eval/ranking_metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace kb {
namespace {

double gain(int relevance, std::size_t rank) {
  return (std::exp2(relevance) - 1) / std::log2(static_cast<double>(rank) + 1);
}

}  // namespace

RankingMetrics measure_ranking(const std::vector<std::string>& ranked, const Relevance& relevant) {
  RankingMetrics metrics;
  if (relevant.empty()) return metrics;
  std::vector<int> ideal;
  for (const auto& [article, relevance] : relevant) ideal.push_back(relevance);
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  double best = 0;
  for (std::size_t i = 0; i < std::min(ideal.size(), kRankedDepth); ++i)
    best += gain(ideal[i], i + 1);

  double reached = 0;
  const double share = 1.0 / static_cast<double>(relevant.size());
  for (std::size_t i = 0; i < std::min(ranked.size(), kRankedDepth); ++i) {
    const auto found = relevant.find(ranked[i]);
    if (found == relevant.end()) continue;
    if (metrics.reciprocal_rank == 0) metrics.reciprocal_rank = 1.0 / static_cast<double>(i + 1);
    reached += gain(found->second, i + 1);
    if (i < 1) metrics.recall_1 += share;
    if (i < 5) metrics.recall_5 += share;
    metrics.recall_10 += share;
  }
  metrics.ndcg = reached / best;
  return metrics;
}

}  // namespace kb
