#include "indexer/eval/evaluation.h"

#include <algorithm>
#include <chrono>

#include "core/base/clock.h"
#include "core/index/searcher.h"
#include "core/text/stemmer.h"
#include "indexer/eval/ranking_metrics.h"

namespace kb {
namespace {

// As judgements write it.
std::string name_of(const index::Hit& hit) {
  std::string name = hit.lang + "/" + hit.id;
  for (auto at = name.find(' '); at != name.npos; at = name.find(' ', at)) name.replace(at, 1, "%20");
  return name;
}

double quantile(const std::vector<double>& sorted, double share) {
  const auto last = static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(share * last + 0.5)];
}

}  // namespace

Result<Evaluation> evaluate(const Config& config,
                            std::shared_ptr<const index::Generation> generation,
                            const Judgements& judgements, const std::string& lang) {
  text::Stemmers stemmers;
  index::Searcher searcher(std::move(generation), stemmers);
  const auto now = SystemClock().now();
  Evaluation sums;
  std::vector<double> times;
  for (const auto& query : judgements.queries) {
    const auto started = std::chrono::steady_clock::now();
    const auto found = searcher.search({.text = query.text,
                                        .lang = lang,
                                        .fallbacks = config.fallbacks_of(lang),
                                        .limit = kRankedDepth,
                                        .now = now});
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - started;
    if (!found) return fail(found.error());
    times.push_back(took.count());
    std::vector<std::string> ranked;
    for (const auto& hit : found->hits) ranked.push_back(name_of(hit));
    const auto metrics = measure_ranking(ranked, query.relevant);
    sums.mrr += metrics.reciprocal_rank;
    sums.ndcg += metrics.ndcg;
    sums.recall_1 += metrics.recall_1;
    sums.recall_5 += metrics.recall_5;
    sums.recall_10 += metrics.recall_10;
    sums.zero_results += ranked.empty() ? 1 : 0;
    if (metrics.recall_10 == 0) sums.missed.push_back(query.id);
  }
  sums.queries = judgements.queries.size();
  const auto count = static_cast<double>(sums.queries);
  for (double* sum : {&sums.mrr, &sums.ndcg, &sums.recall_1, &sums.recall_5, &sums.recall_10,
                      &sums.zero_results})
    *sum /= count;
  std::sort(times.begin(), times.end());
  sums.median_ms = quantile(times, 0.5);
  sums.p99_ms = quantile(times, 0.99);
  return sums;
}

}  // namespace kb
