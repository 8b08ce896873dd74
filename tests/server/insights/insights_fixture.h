// A help center whose visitors did something: on 3 March 2026 ten sessions, four of which opened
// the contact form; a writer looks on the 10th.
//
//   class Page : public InsightsFixture {};
//   TEST_F(Page, …) { put_visits(); EXPECT_EQ(get("/writer/insights", mihai).status, 200); }
//
// Not thread-safe.

#pragma once

#include <gmock/gmock.h>

#include <vector>

#include "core/store/rollup_table.h"
#include "tests/core/insights/visit_scenario.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class InsightsFixture : public StaffFixture {
 protected:
  InsightsFixture() {
    center.site.clock = ManualClock(insights::at("2026-03-10T12:00:00Z"));
    center.site.config.insights.shown_from = 2;
    mihai = logged_in("mihai", Role::writer);
  }

  void put_visits() {
    using insights::Counter;
    put("2026-02-01", {cell(Counter::sessions, 1)});
    auto asked = cell(Counter::searches, 3, "query");
    asked.object = "late <parcel>";
    auto visitors = cell(Counter::visitors, 3, "query");
    visitors.object = asked.object;
    auto views = cell(Counter::views, 20, "article");
    views.object = "en/billing/refund";
    auto ticket = cell(Counter::tickets_submitted, 1);
    ticket.channel = "form";
    put("2026-03-03", {cell(Counter::sessions, 10), cell(Counter::sessions_contacted, 4),
                       cell(Counter::intents_confirmed, 1), cell(Counter::intents_presumed, 1),
                       cell(Counter::searches, 12), cell(Counter::zero_results, 3), asked, visitors,
                       views, ticket});
  }

  static store::RollupCell cell(insights::Counter counter, std::int64_t value,
                                std::string_view part = "site") {
    store::RollupCell cell;
    cell.part = part;
    cell.lang = "en";
    cell.counter = insights::counter_name(counter);
    cell.value = value;
    return cell;
  }
  void put(std::string_view day, std::vector<store::RollupCell> cells) {
    const store::RollupDay head{insights::day_number(day), 0, insights::kRollupRules, 0};
    for (auto& each : cells) each.day = head.day;
    const auto done =
        store().write([&](store::Sql& sql) { return store::put_day(sql, head, cells); });
    EXPECT_TRUE(done) << to_line(done.error());
  }

  Browser mihai;  // a writer
};

}  // namespace kb
