// What the help center has on a cluster's questions: the articles near a sample of them.
//
//   auto near = near_articles(sample, "pl", finder);       // sample: texts with their askers
//   near->articles.front()     // {.id = "billing/refund", .share = 0.8}: fits 80 % of the askers
//   near->coverage             // 0.9: how much of the questions' words the best ones have
//
// The finder's failure is the Error; else pure.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/insights/gaps/article_finder.h"
#include "core/insights/gaps/gap.h"

namespace kb::insights {

inline constexpr std::size_t kShownArticles = 5;

struct SampledQuestion {
  std::string_view text;
  double weight = 1;  // how many asked it
};

struct NearArticles {
  std::vector<GapArticle> articles = {};  // the one that fits most first, at most kShownArticles
  std::string category = {};              // of most of them, by how near they are
  double coverage = 0;                    // of the best article for each question, on average
};

Result<NearArticles> near_articles(const std::vector<SampledQuestion>& sample,
                                   std::string_view lang, ArticleFinder& finder);

}  // namespace kb::insights
