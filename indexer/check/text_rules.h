// How the text of one article is made: the order of its headings, sections with nothing in them, a
// language other than its folder says.
//
//   check_text(article, findings);
//   // "content/articles/ro/a.md:9: warning: the section 'Pași' is empty; … [empty-section]"
//
// A pure function of the article, thread-safe with findings of one's own.

#pragma once

#include "indexer/check/checked_article.h"
#include "indexer/check/findings.h"

namespace kb {

void check_text(const CheckedArticle& article, Findings& findings);

}  // namespace kb
