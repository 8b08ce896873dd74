// How good a ranked list is, against what is relevant.
//
//   RankingMetrics m = measure_ranking({"en/a", "en/b"}, {{"en/b", 1}});
//   m.reciprocal_rank  -> 0.5        // 1 / rank of the first relevant one of the first ten
//   m.ndcg             -> 0.63       // gains 2^rel - 1, discount log2(rank + 1), first ten
//   m.recall_1         -> 0          // share of the relevant that are among the first one
//
// Formulas as in Järvelin and Kekäläinen (2002) and Voorhees (1999). Pure, thread-safe.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/eval/judgements.h"

namespace kb {

inline constexpr std::size_t kRankedDepth = 10;

struct RankingMetrics {
  double reciprocal_rank = 0;
  double ndcg = 0;
  double recall_1 = 0;
  double recall_5 = 0;
  double recall_10 = 0;
};

RankingMetrics measure_ranking(const std::vector<std::string>& ranked, const Relevance& relevant);

}  // namespace kb
