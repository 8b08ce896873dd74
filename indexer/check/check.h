// Holds all content against the rules (rule.h), before readers do: broken links, stale
// translations, forgotten reviews, broken front matter.
//
//   Result<CheckReport> report = check(config, clock, progress);
//   if (report->count(Severity::error) > 0) …
//
// Reads the sources only: it needs no index and writes nothing. Uses all cores. Fails where there
// is nothing to check, because no source can be read.

#pragma once

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "indexer/check/check_report.h"
#include "indexer/progress.h"

namespace kb {

Result<CheckReport> check(const Config& config, const Clock& clock, Progress& progress);

}  // namespace kb
