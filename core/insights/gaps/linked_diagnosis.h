// What is missing in one language, and answered in another: told by the gaps that are one with it.
//
//   link_languages(gaps);
//   diagnose_by_links(gaps, articles);
//   gaps[0].reasons[0]      // of missing_in_language: {"asked_elsewhere", 12, "Refunds"}
//
// Of a gap that is `missing`: its links must agree on one article, of which its own language has no
// version. All others stay as they were diagnosed (diagnosis.h). Reads the finder; else pure.

#pragma once

#include <vector>

#include "core/insights/gaps/article_finder.h"
#include "core/insights/gaps/gap.h"

namespace kb::insights {

void diagnose_by_links(std::vector<FoundGap>& gaps, ArticleFinder& articles);

}  // namespace kb::insights
