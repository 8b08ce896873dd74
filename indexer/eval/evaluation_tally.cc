#include "indexer/eval/evaluation_tally.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "indexer/eval/ranking_metrics.h"

namespace kb {
namespace {

double quantile(const std::vector<double>& sorted, double share) {
  const auto last = static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

}  // namespace

void EvaluationTally::add(const JudgedQuery& query, const std::vector<std::string>& ranked,
                          double milliseconds) {
  const auto metrics = measure_ranking(ranked, query.relevant);
  ++sums_.queries;
  sums_.mrr += metrics.reciprocal_rank;
  sums_.ndcg += metrics.ndcg;
  sums_.recall_1 += metrics.recall_1;
  sums_.recall_5 += metrics.recall_5;
  sums_.recall_10 += metrics.recall_10;
  sums_.zero_results += ranked.empty() ? 1 : 0;
  if (metrics.recall_10 == 0) sums_.missed.push_back(query.id);
  times_.push_back(milliseconds);
}

Evaluation EvaluationTally::figures() const {
  Evaluation means = sums_;
  if (times_.empty()) return means;
  const auto count = static_cast<double>(means.queries);
  for (double* sum : {&means.mrr, &means.ndcg, &means.recall_1, &means.recall_5, &means.recall_10,
                      &means.zero_results})
    *sum /= count;
  std::vector<double> sorted = times_;
  std::sort(sorted.begin(), sorted.end());
  means.median_ms = quantile(sorted, 0.5);
  means.p99_ms = quantile(sorted, 0.99);
  return means;
}

std::string to_json(const Evaluation& figures) {
  const nlohmann::json value = {{"queries", figures.queries},
                                {"mrr_10", figures.mrr},
                                {"ndcg_10", figures.ndcg},
                                {"recall_1", figures.recall_1},
                                {"recall_5", figures.recall_5},
                                {"recall_10", figures.recall_10},
                                {"zero_results", figures.zero_results},
                                {"median_ms", figures.median_ms},
                                {"p99_ms", figures.p99_ms},
                                {"missed", figures.missed}};
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace kb
