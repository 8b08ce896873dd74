// The articles that want work, those first whose work helps most readers.
//
//   auto weak = weak_articles(center, *center.store());
//   weak->articles[0].findings[0].reason        // core/insights/article_health.h
//
// Of what customers can read in the live index: how it was used in the last kHealthDays and as many
// before, how old it is, what it links to, what the team flagged. History follows an article that
// was renamed. Without an index there are none. Some hundred milliseconds for thousands of
// articles. Thread-safe; a store that fails is an Error.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/insights/article_health.h"
#include "core/store/store.h"
#include "server/help_center.h"

namespace kb {

struct WeakArticle {
  std::string lang = {};
  std::string id = {};
  std::string title = {};
  std::string category = {};
  std::string owner = {};  // as its front matter says; may be empty
  Kind kind = Kind::article;
  std::optional<Time> updated = {};
  std::int64_t readers = 0;                            // visitor-days, in the days looked at
  std::vector<std::string> broken_links = {};          // "en/billing/old"
  std::vector<insights::HealthFinding> findings = {};  // at least one

  std::string object() const { return lang + "/" + id; }
};

struct WeakArticles {
  store::DayRange days = {};                       // that were looked at
  std::optional<std::int64_t> counted_since = {};  // day; nothing: nobody was counted yet
  bool has_articles = false;                       // any at all, weak or not
  std::vector<WeakArticle> articles = {};
};

struct WeakFilter {
  std::optional<insights::HealthReason> reason = {};
  std::string lang = {};
  std::string category = {};

  bool operator==(const WeakFilter&) const = default;
};

Result<WeakArticles> weak_articles(const HelpCenter& center, const store::Store& store);
void keep_chosen(const WeakFilter& filter, WeakArticles& weak);

}  // namespace kb
