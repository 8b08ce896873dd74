// The live index as finding gaps asks it: what the help center has on a question.
//
//   IndexArticles articles(searchers, config, clock.now());
//   articles.find("pl", "zwrot kosztów")      // {{.id = "billing/refund", .coverage = 1, …}}
//
// Keeps the generation that was live when it was made, and answers: the same question is searched
// once. Without an index nothing is found. For one thread; some milliseconds a question.

#pragma once

#include <memory>

#include "core/base/config.h"
#include "core/index/searcher_pool.h"
#include "core/insights/gaps/article_finder.h"

namespace kb {

class IndexArticles : public insights::ArticleFinder {
 public:
  IndexArticles(index::SearcherPool& searchers, const Config& config, Time now);
  ~IndexArticles() override;

  Result<std::vector<insights::FittingArticle>> find(std::string_view lang,
                                                     std::string_view question) override;
  std::vector<std::string> languages_of(std::string_view id) override;
  std::optional<insights::ArticleText> article(std::string_view object) override;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb
