#include "server/pages/shelf_cache.h"

namespace kb {

std::shared_ptr<const Shelves> ShelfCache::shelves(
    const Config& config, const std::shared_ptr<const index::Generation>& generation,
    const std::string& lang, Audience audience, Time now) {
  const std::pair key(lang, audience);
  {
    const std::lock_guard lock(mutex_);
    const auto& kept = kept_[key];
    if (kept && &kept->generation() == generation.get() && kept->is_valid(now)) return kept;
  }
  auto made = std::make_shared<const Shelves>(config, generation, lang, audience, now);
  const std::lock_guard lock(mutex_);
  kept_[key] = made;
  return made;
}

void ShelfCache::clear() {
  const std::lock_guard lock(mutex_);
  kept_.clear();
}

}  // namespace kb
