// Where the addresses of the past lead: what the articles of each language say in `redirect_from`.
//
//   Redirects redirects(site);
//   redirects.find("en", "old/refunds")     // the article that says so; null: none does
//   check_redirects(site, findings);        // two articles of one place, a place that still exists
//
// As in a published index, slashes around a path do not count. Thread-safe: it never changes.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/check/checked_site.h"
#include "indexer/check/findings.h"

namespace kb {

class Redirects {
 public:
  explicit Redirects(const CheckedSite& site);

  const CheckedArticle* find(const std::string& lang, std::string_view path) const;

 private:
  std::map<std::pair<std::string, std::string>, const CheckedArticle*> by_place_;  // lang, path
};

void check_redirects(const CheckedSite& site, Findings& findings);

}  // namespace kb
