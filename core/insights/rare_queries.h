// Queries that hardly anybody made go when their events go: what few people typed may tell who they
// are, and no report shows it.
//
//   drop_rare_queries(sql, first_kept_day, config.insights.shown_from)    // after the events
//
// Visitors are counted over all days that the store keeps. In a writing transaction; Sql decides
// the thread.

#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/store/sql.h"

namespace kb::insights {

// Of days before `before_day`, whose events are gone: how many rows of sums went.
Result<std::int64_t> drop_rare_queries(store::Sql& sql, std::int64_t before_day,
                                       int least_visitors);

}  // namespace kb::insights
