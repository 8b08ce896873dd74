// What a report of visits needs to know of the tickets of a period: how many customers had some,
// and how many were answered with an article.
//
//   count_customers(sql, moments, "pl")      // distinct, of imported and submitted tickets alike
//   share_linked(sql, moments, "")           // resolved with an article linked or created
//
// Both count in the database, so that no ticket's text is read; `period` is of moments, `lang`
// empty for all. Customers that are not known count as none. Functions on a transaction: Sql
// decides the thread.

#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/insights/period.h"
#include "core/insights/share.h"
#include "core/store/sql.h"

namespace kb::insights {

Result<std::int64_t> count_customers(store::Sql& sql, const Period& period,
                                     const std::string& lang);
Result<Share> share_linked(store::Sql& sql, const Period& period, const std::string& lang);

}  // namespace kb::insights
