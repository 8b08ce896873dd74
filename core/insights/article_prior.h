// How useful readers find an article beside the others of its language, as the factor by which
// search multiplies its score.
//
//   ArticleEvidence evidence{.shown = 900, .clicks = 90, .votes_yes = 30, .votes_no = 2};
//   article_priors({{"pl/billing/refund", evidence}, …}, 0.03)["pl/billing/refund"]    // 1.011
//
// Votes count most, then how many of those who opened it read it to the point, then clicks. Each is
// compared with the mean of the language, after as many imagined readers who behave like that mean
// (the Beta prior), so little evidence changes little and a language with one article nothing. The
// list places an article before it is clicked, so clicks say least: they alone move a score by no
// more than a fifth of the bound. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/insights/counter.h"

namespace kb::insights {

struct ArticleEvidence {
  std::int64_t shown = 0;
  std::int64_t clicks = 0;
  std::int64_t views = 0;
  std::int64_t reads = 0;
  std::int64_t votes_yes = 0;
  std::int64_t votes_no = 0;

  void add(Counter counter, std::int64_t value);  // of others it takes no notice
};

using ArticleEvidences = std::map<std::string, ArticleEvidence>;  // by "lang/id"

// Factors from 1 - `bound` to 1 + `bound`, of every article in `articles`.
std::map<std::string, double> article_priors(const ArticleEvidences& articles, double bound);

}  // namespace kb::insights
