#include "indexer/build_plan.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"

namespace kb {
namespace {

bool is_due(const SeenFile& seen, Time now) {
  return seen.next_change && *seen.next_change <= now;
}

// Touched, copied or checked out anew, but with the same bytes.
bool has_same_bytes(const SourceFile& file, const SeenFile& seen) {
  if (file.size != seen.size) return false;
  const auto content = read_file(file.file);
  return content && content_hash(*content) == seen.hash;
}

bool may_be_kept(const SourceFile& file, const SeenFile* seen, Time now) {
  if (seen == nullptr || !seen->clean || is_due(*seen, now)) return false;
  if (seen->lang != file.lang || seen->id != file.id) return false;
  return (seen->size == file.size && seen->modified_ns == file.modified_ns) ||
         has_same_bytes(file, *seen);
}

// A source that is not there now (a drive not mounted, a folder without permission) is no reason to
// forget its articles.
bool is_out_of_sight(const Scan& scan, const std::string& key) {
  return std::any_of(scan.unreadable.begin(), scan.unreadable.end(),
                     [&](const std::string& beginning) { return key.starts_with(beginning); });
}

}  // namespace

bool BuildPlan::unchanged() const {
  return std::all_of(languages.begin(), languages.end(),
                     [](const auto& entry) { return entry.second.unchanged(); });
}

std::size_t BuildPlan::files_to_read() const {
  std::size_t count = 0;
  for (const auto& [lang, plan] : languages) count += plan.read.size();
  return count;
}

BuildPlan plan_build(const Scan& scan, const BuildState* previous,
                     const std::set<std::string>& rewrite, Time now) {
  BuildPlan plan;
  std::set<std::pair<std::string_view, std::string_view>> present;
  for (const auto& file : scan.files) {
    LanguagePlan& language = plan.languages[file.lang];
    present.emplace(file.lang, file.id);
    const SeenFile* seen =
        previous != nullptr && !rewrite.contains(file.lang) ? previous->find(file.key()) : nullptr;
    if (may_be_kept(file, seen, now)) {
      SeenFile kept = *seen;
      kept.modified_ns = file.modified_ns;
      plan.state.put(file.key(), std::move(kept));
      ++language.kept;
    } else {
      language.read.push_back(&file);
    }
  }
  if (previous != nullptr) {
    for (const auto& [key, seen] : previous->all()) {
      if (present.contains({seen.lang, seen.id})) continue;
      LanguagePlan& language = plan.languages[seen.lang];
      if (is_out_of_sight(scan, key))
        plan.state.put(key, seen);
      else
        language.removed.push_back(seen.id);
    }
  }
  for (auto& [lang, language] : plan.languages)
    std::sort(language.removed.begin(), language.removed.end());
  return plan;
}

}  // namespace kb
