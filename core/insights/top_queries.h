// What visitors searched for most in a period, and what most often found nothing.
//
//   QuerySums sums;                                  // each day's cells of kQueryPart
//   sums.add(cell);
//   TopQueries top = sums.top(3);                    // only those of three visitors or more
//   add_searches_before(sql, state, days_before, top)
//
// A large site has hundreds of thousands of different queries in a month: they are added up once,
// and of the period before only what is shown is looked up. One thread; reading is for that of the
// transaction, and fails as the store does.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/insights/rollup_refresh.h"

namespace kb::insights {

struct QueryRow {
  std::string lang;
  std::string query;
  std::int64_t visitors = 0;  // each day's apart
  std::int64_t searches = 0;
  std::int64_t zero_results = 0;
  std::int64_t clicked = 0;
  std::optional<std::int64_t> before;  // searches

  bool operator==(const QueryRow&) const = default;
};

inline constexpr std::size_t kMostQueries = 100;

struct TopQueries {
  std::vector<QueryRow> searched = {};  // the most searched first, kMostQueries at most
  std::vector<QueryRow> failing = {};   // the most often without results first, likewise
  std::int64_t hidden = 0;              // of fewer visitors than are shown

  bool operator==(const TopQueries&) const = default;
};

class QuerySums {
 public:
  QuerySums() = default;
  QuerySums(const QuerySums&) = delete;  // last_ looks into sums_
  QuerySums& operator=(const QuerySums&) = delete;

  void add(const store::RollupCell& cell);  // quick where one query's cells follow one another
  TopQueries top(int shown_from) const;

 private:
  struct Sums {
    std::int64_t visitors = 0;
    std::int64_t searches = 0;
    std::int64_t zero_results = 0;
    std::int64_t clicked = 0;
  };
  using ByQuery = std::unordered_map<std::string, Sums>;  // "pl\nzwrot"

  static std::vector<QueryRow> most(const std::vector<const ByQuery::value_type*>& shown,
                                    std::int64_t Sums::*by);

  ByQuery sums_;
  std::string key_;  // of the last that was added to
  Sums* last_ = nullptr;
};

// `state`: of all days in `days` at least.
Result<void> add_searches_before(store::Sql& sql, const SumsState& state,
                                 const store::DayRange& days, TopQueries& top);

}  // namespace kb::insights
