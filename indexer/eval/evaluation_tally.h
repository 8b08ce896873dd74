// From single searches to figures: how good the answers to all judged queries are, and how fast.
//
//   EvaluationTally tally;
//   tally.add(query, {"en/refund", "en/invoices"}, 0.8);      // what was found, in milliseconds
//   Evaluation figures = tally.figures();                     // figures.mrr, figures.median_ms
//   std::string json = to_json(figures);                      // {"mrr_10": 0.97, …}
//
// Means over all queries; one without results counts as 0. Nothing added: all figures are 0. Not
// thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

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

class EvaluationTally {
 public:
  void add(const JudgedQuery& query, const std::vector<std::string>& ranked, double milliseconds);
  Evaluation figures() const;

 private:
  Evaluation sums_;
  std::vector<double> times_;
};

std::string to_json(const Evaluation& figures);

}  // namespace kb
