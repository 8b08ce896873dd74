// What somebody asks of the figures of visits, by command, API or page, and the report that
// answers.
//
//   const auto wish = visit_wish(config, {.from = "2026-03-01", .by = "lang"}, clock.now());
//   if (!wish) return http::problem(400, to_line(wish.error()) + ".");     // "from: not a day: …"
//   const auto report = visit_report(center.figures.visits, store, *wish);
//
// Days are those of insights.time_zone; without any, the last 28 up to yesterday. An Error says in
// `where` which member is wrong. Pure but for reading the store; thread-safe.

#pragma once

#include <string>

#include "core/base/config.h"
#include "core/insights/kept_visits.h"
#include "core/insights/visit_report.h"
#include "core/store/store.h"

namespace kb {

// Each empty: not asked for.
struct VisitQuestion {
  std::string from = {};
  std::string to = {};
  std::string by = {};    // "lang", "category", "article", "channel"
  std::string step = {};  // "day", "week", "month"
  std::string lang = {};
  std::string category = {};
};

Result<insights::VisitWish> visit_wish(const Config& config, const VisitQuestion& question,
                                       Time now);
Result<insights::VisitReport> visit_report(insights::KeptVisits& kept, const store::Store& store,
                                           const insights::VisitWish& wish);

}  // namespace kb
