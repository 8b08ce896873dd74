// Which articles customers opened who came from a page of the product: a day's clicks, by page.
//
//   for (const PageClicks& clicks : *page_clicks_on(sql, today)) …
//   // {"app.example/settings/billing", "pl/billing/refund", 4}
//
// A click tells its page as "from" in its detail (server/events/product_page.h). Visitors are those
// of one day, so the numbers of several days add up. Functions on a transaction: Sql decides the
// thread.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/sql.h"

namespace kb::store {

struct PageClicks {
  std::string page = {};      // "app.example/settings/billing"
  std::string object = {};    // "pl/billing/refund"
  std::int64_t visitors = 0;  // distinct ones; who asks not to be tracked is none

  bool operator==(const PageClicks&) const = default;
};

Result<std::vector<PageClicks>> page_clicks_on(Sql& sql, std::int64_t day);

}  // namespace kb::store
