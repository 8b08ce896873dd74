// What the front matter of one article says that cannot be meant: dates in the wrong order or past,
// keys with a letter wrong, no title.
//
//   check_front_matter(article, now, findings);
//   // "content/articles/en/a.md:4: warning: `review_by` was 2026-03-01; … [review-due]"
//
// A pure function of the article and the time, thread-safe with findings of one's own.

#pragma once

#include "core/base/clock.h"
#include "indexer/check/checked_article.h"
#include "indexer/check/findings.h"

namespace kb {

void check_front_matter(const CheckedArticle& article, Time now, Findings& findings);

}  // namespace kb
