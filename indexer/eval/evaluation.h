// Searches with judged queries exactly as the server does, and says how good the answers are.
//
//   Result<Evaluation> figures = evaluate(config, generation, judgements, "ro", now);
//   figures->mrr, figures->recall_1, figures->median_ms
//
// Fails where a search fails. Uses one thread, so that the times are those of one search alone.

#pragma once

#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "indexer/eval/evaluation_tally.h"
#include "indexer/eval/judgements.h"

namespace kb {

// `lang`: the reader's; empty: the search is not told in which language queries are.
Result<Evaluation> evaluate(const Config& config,
                            std::shared_ptr<const index::Generation> generation,
                            const Judgements& judgements, const std::string& lang, Time now);

}  // namespace kb
