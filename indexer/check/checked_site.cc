#include "indexer/check/checked_site.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kb {

CheckedSite::CheckedSite(const Config& config, Time now, std::vector<CheckedArticle> articles)
    : config_(config), now_(now), articles_(std::move(articles)) {
  const auto& published = config.site.languages;
  std::set<std::string> languages(published.begin(), published.end());
  for (const auto& article : articles_) {
    by_id_[article.id()].push_back(&article);
    languages.insert(article.lang());
  }
  languages_.assign(languages.begin(), languages.end());
}

const CheckedSite::Texts& CheckedSite::texts_of(const std::string& id) const {
  static const Texts kNone;
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? kNone : found->second;
}

const CheckedArticle* CheckedSite::find(std::string_view lang, const std::string& id) const {
  const auto& texts = texts_of(id);
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [&](const auto* text) { return text->lang() == lang; });
  return found == texts.end() ? nullptr : *found;
}

const CheckedArticle* CheckedSite::original_of(const std::string& id) const {
  return find(config_.site.default_language, id);
}

}  // namespace kb
