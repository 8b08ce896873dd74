// A report of two gaps, one with everything and one with hardly anything, for tests of how reports
// are written.
//
//   EXPECT_EQ(to_csv(sample_gap_report()), …);
//
// The second one's label would be a formula in a spreadsheet. A plain value.

#pragma once

#include "core/base/date.h"
#include "core/insights/gaps/gap.h"

namespace kb::insights {

inline GapReport sample_gap_report() {
  GapReport report{.period = {*parse_time("2026-03-02"), *parse_time("2026-03-30")},
                   .made = *parse_time("2026-03-29T10:00:00Z"),
                   .time_zone = "UTC",
                   .is_known = true,
                   .shown_from = 5,
                   .cost_per_ticket = 8,
                   .currency = "EUR",
                   .askings = 120,
                   .filtered = 7,
                   .notes = {"events begin on 2026-02-20"}};
  FoundGap refund{.id = 17,
                  .lang = "pl",
                  .label = "zwrot kosztów",
                  .words = {"zwrot", "kosztów"},
                  .category = "billing",
                  .diagnosis = Diagnosis::missing_in_language};
  refund.reasons = {{"fallback", 12, "Refunds"}};
  refund.customers = 40;
  refund.customers_before = 10;
  refund.failures = {45, 60};
  refund.ticket_count = 3;
  refund.cost = 24;
  refund.trend = GapTrend::rising;
  refund.by_day = {1, 2, 3};
  refund.questions = {{"zwrot kosztów", 30, 25}, {"zwrot pieniędzy", 9, 9}};
  refund.hidden_questions = 4;
  refund.tickets = {"contact/1042"};
  refund.articles = {{.lang = "en", .id = "billing/refund", .title = "Refunds", .share = 0.8}};
  refund.members = {"a secret of one customer", "zwrot kosztów"};
  report.gaps.push_back(refund);
  report.gaps.push_back({.lang = "en", .label = "=parcel()"});
  report.synonyms.push_back({.lang = "pl",
                             .asked = "kasa",
                             .found = "zwrot",
                             .article = "pl/billing/refund",
                             .customers = 6,
                             .asked_by = 8});
  return report;
}

}  // namespace kb::insights
