// Searches with judged queries exactly as the server does, and says how good the answers are.
//
//   Result<Evaluation> figures = evaluate(config, generation, judgements, "ro");
//   figures->mrr, figures->recall_1, figures->median_ms
//
// Means over all queries; a query without results counts as 0. Fails where a search fails. Uses one
// thread, so that the times are those of one search alone.

#pragma once

#include <memory>
#include <string>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "indexer/eval/judgements.h"

namespace kb {

struct Evaluation {
  std::size_t queries = 0;
  double mrr = 0;  // of the first ten
  double ndcg = 0;
  double recall_1 = 0;
  double recall_5 = 0;
  double recall_10 = 0;
  double zero_results = 0;  // share of the queries
  double median_ms = 0;
  double p99_ms = 0;
  std::vector<std::string> missed;  // ids of queries whose article is not among the first ten
};

// `lang`: the reader's.
Result<Evaluation> evaluate(const Config& config,
                            std::shared_ptr<const index::Generation> generation,
                            const Judgements& judgements, const std::string& lang);

}  // namespace kb
