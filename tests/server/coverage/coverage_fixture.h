// A small site in two languages and a writer who looks at it on 10 March 2026: "billing/refund" has
// a Polish version older than the English one, "orders/late" has none.
//
//   class Matrix : public CoverageFixture {};
//   TEST_F(Matrix, …) { put({use("en/orders/late", Counter::views, 7)}); get("/writer/…", mihai); }
//
// Not thread-safe.

#pragma once

#include <gmock/gmock.h>

#include <vector>

#include "core/base/date.h"
#include "core/insights/counter.h"
#include "core/insights/foreign_reads.h"
#include "core/store/rollup_table.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class CoverageFixture : public StaffFixture {
 protected:
  CoverageFixture() {
    center.site.clock = ManualClock(parse_time("2026-03-10T12:00:00Z").value());
    write("en/billing/refund", "Refunds", "2026-02-01",
          "We pay back. See [late](../orders/late.md).");
    write("pl/billing/refund", "Zwroty", "2025-01-15", "Oddajemy.");
    write("en/orders/late", "Late <parcels>", "2024-05-01", "We look for it.");
    center.publish();
    mihai = logged_in("mihai", Role::writer);
  }

  void write(const std::string& path, const std::string& title, const std::string& updated,
             const std::string& text) {
    center.site.write(path + ".md", "---\ntitle: \"" + title + "\"\nupdated: " + updated +
                                        "\ncategory: billing\n---\n\n" + text + "\n");
  }

  static std::int64_t day(std::string_view date) {
    return std::chrono::floor<std::chrono::days>(parse_time(date).value())
        .time_since_epoch()
        .count();
  }

  static store::RollupCell use(std::string_view object, insights::Counter counter,
                               std::int64_t value) {
    store::RollupCell cell;
    cell.part = insights::kArticlePart;
    cell.lang = object.substr(0, object.find('/'));
    cell.object = object;
    cell.counter = insights::counter_name(counter);
    cell.value = value;
    return cell;
  }
  static store::RollupCell foreign(std::string_view lang, std::string_view object,
                                   insights::Counter counter, std::int64_t value) {
    auto cell = use(object, counter, value);
    cell.part = insights::kForeignPart;
    cell.lang = lang;
    return cell;
  }

  void put(std::vector<store::RollupCell> cells, std::string_view date = "2026-03-03") {
    for (auto& cell : cells) cell.day = day(date);
    const auto done = store().write([&](store::Sql& sql) {
      return store::put_day(sql, {day(date), 0, insights::kRollupRules, 0}, cells);
    });
    EXPECT_TRUE(done) << to_line(done.error());
  }

  // Seven visitors asked in Polish for what is there in English alone.
  void put_demand() {
    using insights::Counter;
    put({use("en/orders/late", Counter::views, 20), use("pl/billing/refund", Counter::views, 4),
         foreign("pl", "en/orders/late", Counter::visitors, 7),
         foreign("pl", "en/orders/late", Counter::clicks, 3)});
  }

  Browser mihai;  // a writer
};

}  // namespace kb
