#include "core/insights/figure_history.h"

#include <gmock/gmock.h>

#include "core/insights/rollup_refresh.h"
#include "core/store/rollup_table.h"
#include "tests/core/insights/visit_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {

using insights::Counter;
using insights::FigureHistory;
using insights::HistoryWish;
using insights::kHistoryWeeks;

class FigureHistories : public StoreTest {
 protected:
  void put(std::string_view day, std::int64_t sessions, std::string_view lang = "en") {
    const RollupDay head{insights::day_number(day), 0, insights::kRollupRules, 0};
    const std::vector<RollupCell> cells = {
        {.day = head.day,
         .part = std::string(insights::kSitePart),
         .lang = std::string(lang),
         .category = "billing",
         .channel = {},
         .object = {},
         .counter = std::string(insights::counter_name(Counter::sessions)),
         .value = sessions}};
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_day(sql, head, cells); }));
  }
  std::vector<FigureHistory> read(const std::vector<HistoryWish>& wishes) {
    auto read = store().read([&](Sql& sql) { return insights::read_histories(sql, wishes); });
    EXPECT_TRUE(read) << to_line(read.error());
    return read.value_or(std::vector<FigureHistory>());
  }
  static HistoryWish until(std::string_view day, std::string lang = {}, std::string category = {}) {
    return {std::move(lang), std::move(category), insights::day_number(day)};
  }
};
KB_ON_BOTH_DATABASES(FigureHistories);

TEST_P(FigureHistories, OfAnEmptyStoreKnowNothing) {
  EXPECT_TRUE(read({}).empty());
  const auto histories = read({until("2026-03-10")});
  ASSERT_EQ(histories.size(), 1u);
  EXPECT_EQ(histories[0].known_weeks, 0u);
}

// 10 March is not over: the last week is 3 to 9 March.
TEST_P(FigureHistories, HaveWholeWeeks) {
  put("2026-02-24", 1);
  put("2026-03-02", 2);
  put("2026-03-03", 4);
  put("2026-03-09", 8);
  put("2026-03-10", 16);
  const auto history = read({until("2026-03-10")}).at(0);
  EXPECT_EQ(history.known_weeks, 2u);
  EXPECT_EQ(history.weeks.back()[Counter::sessions], 12);
  EXPECT_EQ(history.weeks[kHistoryWeeks - 2][Counter::sessions], 3);
  EXPECT_EQ(history.recent()[Counter::sessions], 15);
}

TEST_P(FigureHistories, AreOfWhatWasAskedFor) {
  put("2026-03-03", 4);
  put("2026-03-04", 8, "pl");
  const auto histories = read({until("2026-03-10", "pl"), until("2026-03-10", "", "billing"),
                               until("2026-03-10", "", "device"), until("2026-03-04")});
  EXPECT_EQ(histories[0].recent()[Counter::sessions], 8);
  EXPECT_EQ(histories[1].recent()[Counter::sessions], 12);
  EXPECT_EQ(histories[2].recent()[Counter::sessions], 0);
  EXPECT_EQ(histories[3].recent()[Counter::sessions], 4);
}

// A year of days: no more weeks are known than are kept.
TEST_P(FigureHistories, ReachBackSixteenWeeks) {
  put("2025-03-03", 4);
  const auto history = read({until("2026-03-10")}).at(0);
  EXPECT_EQ(history.known_weeks, kHistoryWeeks);
  EXPECT_EQ(history.recent()[Counter::sessions], 0);
}

}  // namespace kb::store
