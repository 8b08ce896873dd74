#include "scripts/benchmarks/searching.h"

#include <algorithm>

#include "core/base/clock.h"
#include "core/index/searcher.h"
#include "core/text/stemmer.h"
#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/plain_xapian.h"

namespace kb::bench {
namespace {

constexpr std::size_t kRounds = 5;  // the first one warms
constexpr std::size_t kTurn = 50;   // queries before the other one's turn

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

class Contest {
 public:
  Contest(const Bench& bench, std::shared_ptr<const index::Generation> generation)
      : bench_(bench),
        searcher_(std::move(generation), stemmers_),
        plain_(bench.plain_database()) {}

  Result<SearchCost> round() {
    SearchCost cost;
    const auto& queries = bench_.queries;
    for (std::size_t begin = 0; begin < queries.size(); begin += kTurn) {
      const auto end = std::min(begin + kTurn, queries.size());
      const double started = this_thread_cpu_seconds();
      for (auto i = begin; i < end; ++i)
        if (auto found = search(queries[i]); !found) return fail(found.error());
      const double turned = this_thread_cpu_seconds();
      for (auto i = begin; i < end; ++i) plain_.run(queries[i]);
      cost.project_us += (turned - started) * 1e6;
      cost.plain_us += (this_thread_cpu_seconds() - turned) * 1e6;
    }
    cost.project_us /= static_cast<double>(queries.size());
    cost.plain_us /= static_cast<double>(queries.size());
    return cost;
  }

 private:
  Result<void> search(const SearchQuery& query) {
    const auto found = searcher_.search({.text = query.text,
                                         .lang = query.lang,
                                         .fallbacks = bench_.config.fallbacks_of(query.lang),
                                         .now = now_});
    if (!found) return fail(found.error());
    return {};
  }

  const Bench& bench_;
  const Time now_ = SystemClock().now();
  text::Stemmers stemmers_;
  index::Searcher searcher_;
  PlainSearch plain_;
};

}  // namespace

Result<SearchCost> measure_searching(const Bench& bench) {
  auto generation = index::Generation::open_current(bench.config.index.path);
  if (!generation) return fail(generation.error());
  Contest contest(bench, std::move(*generation));
  std::vector<double> project;
  std::vector<double> plain;
  for (std::size_t i = 0; i < kRounds; ++i) {
    const auto cost = contest.round();
    if (!cost) return fail(cost.error());
    if (i == 0) continue;
    project.push_back(cost->project_us);
    plain.push_back(cost->plain_us);
  }
  return SearchCost{median(project), median(plain)};
}

std::vector<Row> rows_of(const SearchCost& cost) {
  return {{"Searching in-process, one thread", "queries/s", 1e6 / cost.project_us,
           1e6 / cost.plain_us, at_least(1)}};
}

}  // namespace kb::bench
