#include "indexer/eval/evaluation.h"

#include <chrono>
#include <utility>

#include "core/index/searcher.h"
#include "core/text/stemmer.h"
#include "indexer/eval/ranking_metrics.h"

namespace kb {
namespace {

// As judgements write it.
std::string name_of(const index::Hit& hit) {
  std::string name = object_of(hit);
  for (auto at = name.find(' '); at != std::string::npos; at = name.find(' ', at))
    name.replace(at, 1, "%20");
  return name;
}

index::SearchRequest request_of(const Config& config, const std::string& lang, Time now) {
  index::SearchRequest request{.text = {}, .lang = lang, .fallbacks = {}};
  if (!lang.empty()) request.fallbacks = config.fallbacks_of(lang);
  request.limit = kRankedDepth;
  request.now = now;
  return request;
}

}  // namespace

Result<Evaluation> evaluate(const Config& config,
                            std::shared_ptr<const index::Generation> generation,
                            const Judgements& judgements, const std::string& lang, Time now) {
  index::SearchRequest request = request_of(config, lang, now);
  text::Stemmers stemmers;
  index::Searcher searcher(std::move(generation), stemmers);
  EvaluationTally tally;
  for (const auto& query : judgements.queries) {
    request.text = query.text;
    const auto started = std::chrono::steady_clock::now();
    const auto found = searcher.search(request);
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - started;
    if (!found) return fail(found.error());
    std::vector<std::string> ranked;
    for (const auto& hit : found->hits) ranked.push_back(name_of(hit));
    tally.add(query, ranked, took.count());
  }
  return tally.figures();
}

}  // namespace kb
