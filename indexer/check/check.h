// Holds all content against the rules (rule.h), before readers do: broken links, stale
// translations, forgotten reviews, broken front matter.
//
//   Result<CheckReport> report = check(config, clock, progress);
//   if (report->count(Severity::error) > 0) …
//
// Reads the sources only: it needs no index. Where the team has written down what searches should
// find (judgements.tsv), it tries them on `published` or, without it, on an index of its own, built
// in a temporary folder that goes again. Uses all cores. Fails where there is nothing to check,
// because no source can be read.

#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "indexer/check/check_report.h"
#include "indexer/progress.h"

namespace kb {

// `published`: an index of these very sources; null: there is none at hand.
Result<CheckReport> check(const Config& config, const Clock& clock, Progress& progress,
                          std::shared_ptr<const index::Generation> published = nullptr);

}  // namespace kb
