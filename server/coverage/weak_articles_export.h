// The articles that want work for programs: as JSON, and as a table with a row a finding.
//
//   weak_articles_json(*weak)       // {"articles": [{"article": "pl/billing/refund", …}]}
//   weak_articles_csv(*weak)        // article,title,…,reason,count,now,now_of,against,against_of
//
// Pure, thread-safe.

#pragma once

#include <string>

#include "server/coverage/weak_articles.h"

namespace kb {

std::string weak_articles_json(const WeakArticles& weak);
std::string weak_articles_csv(const WeakArticles& weak);

}  // namespace kb
