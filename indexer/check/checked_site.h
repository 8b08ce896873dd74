// All articles of a site, as the rules that look across files need them.
//
//   CheckedSite site(config, now, std::move(articles));
//   site.find("ro", "billing/refund")          // null: there is none
//   site.texts_of("billing/refund")            // in all its languages, in their order
//
// Thread-safe: it never changes. What it gives lives as long as it does.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "indexer/check/checked_article.h"

namespace kb {

class CheckedSite {
 public:
  using Texts = std::vector<const CheckedArticle*>;

  // `articles` in order of language and id, as a scan gives them.
  CheckedSite(const Config& config, Time now, std::vector<CheckedArticle> articles);
  CheckedSite(const CheckedSite&) = delete;

  const Config& config() const { return config_; }
  Time now() const { return now_; }
  const std::vector<CheckedArticle>& articles() const { return articles_; }
  const std::vector<std::string>& languages() const { return languages_; }

  const Texts& texts_of(const std::string& id) const;
  const CheckedArticle* find(std::string_view lang, const std::string& id) const;

  // In the site's default language; null: there is none.
  const CheckedArticle* original_of(const std::string& id) const;

 private:
  const Config& config_;
  const Time now_;
  const std::vector<CheckedArticle> articles_;
  std::vector<std::string> languages_;  // those published, in alphabetical order
  std::unordered_map<std::string_view, Texts> by_id_;
};

}  // namespace kb
