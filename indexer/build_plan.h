// What a build has to do: which files to read, which articles to remove, which databases to carry
// over untouched. Decided from file facts, before any article is parsed.
//
//   BuildPlan plan = plan_build(scan, &previous_state, {}, now);
//   plan.languages["ro"].read        // files to read, in order
//   plan.unchanged()                 // nothing to do: the live generation stays
//
// Size and modification time first, the content's hash for suspects: 38,000 files cost a tenth of a
// second. A plain value.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "indexer/build_state.h"
#include "indexer/source_scan.h"

namespace kb {

struct LanguagePlan {
  std::vector<const SourceFile*> read;  // of the scan, in its order
  std::vector<std::string> removed;     // ids that no file has any more
  std::size_t kept = 0;                 // files that have not changed

  bool unchanged() const { return read.empty() && removed.empty(); }
};

struct BuildPlan {
  std::map<std::string, LanguagePlan> languages;
  BuildState state;  // of what is kept; files read are added as they come

  bool unchanged() const;
  std::size_t files_to_read() const;
};

// Without a `previous` state everything is read; of the languages in `rewrite`, too.
BuildPlan plan_build(const Scan& scan, const BuildState* previous,
                     const std::set<std::string>& rewrite, Time now);

}  // namespace kb
