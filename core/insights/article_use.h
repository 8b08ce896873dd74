// How each article was used in some days, from the daily sums.
//
//   auto use = read_article_use(sql, {20'311, 20'400});
//   (*use)["pl/billing/refund"].votes()             // {27 yes, of 40}
//
// Plain values; reading is for the thread of the transaction, and fails as the store does.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "core/base/result.h"
#include "core/insights/share.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"

namespace kb::insights {

struct ArticleUse {
  std::int64_t views = 0;
  std::int64_t visitors = 0;  // visitor-days
  std::int64_t reads = 0;     // to the point
  std::int64_t shown = 0;     // searches that showed it
  std::int64_t clicks = 0;    // of them
  std::int64_t votes_yes = 0;
  std::int64_t votes_no = 0;
  std::int64_t went_to_contact = 0;  // of the reads: the contact form was opened afterwards

  void add(const ArticleUse& other);
  Share votes() const { return {votes_yes, votes_yes + votes_no}; }
  Share contact() const;
  bool operator==(const ArticleUse&) const = default;
};

using ArticleUses = std::map<std::string, ArticleUse, std::less<>>;  // by "pl/billing/refund"

Result<ArticleUses> read_article_use(store::Sql& sql, const store::DayRange& days);

}  // namespace kb::insights
