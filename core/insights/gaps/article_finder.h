// What the help center has on a question: how gaps are told apart, without knowing the index.
//
//   const auto found = finder.find("pl", "zwrot kosztów");
//   found.front().id, found.front().coverage     // "billing/refund", 0.8
//
// Made over the live index by the server (server/gaps/index_articles.h), by a table in tests. One
// per thread.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb::insights {

struct FittingArticle {
  std::string lang;
  std::string id;
  std::string title;
  std::string category;
  double coverage = 0;    // share of the question's telling words that it has, 0 to 1
  bool is_stale = false;  // a translation whose original has changed since
};

struct ArticleText {
  std::string title;
  std::string category;
  bool is_stale = false;
};

class ArticleFinder {
 public:
  virtual ~ArticleFinder() = default;

  // As a customer of that language finds them, without its fallbacks; best first, at most 5.
  virtual Result<std::vector<FittingArticle>> find(std::string_view lang,
                                                   std::string_view question) = 0;
  // Languages in which that article (its id) is published.
  virtual std::vector<std::string> languages_of(std::string_view id) = 0;
  // Of "pl/billing/refund"; nothing where there is none (any more). Follows what was renamed.
  virtual std::optional<ArticleText> article(std::string_view object) = 0;
};

}  // namespace kb::insights
