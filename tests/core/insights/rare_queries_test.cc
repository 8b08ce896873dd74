#include "core/insights/rare_queries.h"

#include <gtest/gtest.h>

#include "core/store/rollup_table.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::RollupCell;
using store::Sql;

class RareQueries : public store::StoreTest {
 protected:
  Result<void> put(std::int64_t day, const std::vector<RollupCell>& cells) {
    return store().write([&](Sql& sql) { return store::put_day(sql, {day, 1, 1, 0}, cells); });
  }
  std::string kept() {
    std::vector<RollupCell> cells;
    for (const auto part : {kQueryPart, kSitePart}) {
      const auto done = store().read([&](Sql& sql) {
        return store::each_cell(sql, {0, 100}, part, [&](const RollupCell& cell) -> Result<void> {
          cells.push_back(cell);
          return {};
        });
      });
      EXPECT_TRUE(done.has_value());
    }
    std::string text;
    for (const RollupCell& cell : cells)
      text += std::to_string(cell.day) + cell.lang + ":" + cell.object + ":" + cell.counter + " ";
    return text;
  }
};
KB_ON_BOTH_DATABASES(RareQueries);

RollupCell cell(const std::string& lang, const std::string& query, const std::string& counter,
                std::int64_t value) {
  return {0, std::string(kQueryPart), lang, "", "", query, counter, value};
}

TEST_P(RareQueries, GoFromDaysWhoseEventsAreGone) {
  KB_ASSERT_DONE(put(10, {cell("pl", "often", "visitors", 2),
                          cell("pl", "rare", "searches", 9),
                          cell("pl", "rare", "visitors", 2),
                          {0, std::string(kSitePart), "pl", "", "", "", "searches", 1}}));
  KB_ASSERT_DONE(put(11, {cell("pl", "often", "visitors", 1), cell("ro", "rare", "visitors", 1),
                          cell("pl", "new", "visitors", 1)}));
  const auto gone = store().write([](Sql& sql) { return drop_rare_queries(sql, 11, 3); });
  KB_ASSERT_DONE(gone);
  EXPECT_EQ(*gone, 1);  // all that one day knows of a query is one row
  EXPECT_EQ(kept(),
            "10pl:often:visitors 11pl:new:visitors 11pl:often:visitors 11ro:rare:visitors "
            "10pl::searches ");
}

}  // namespace
}  // namespace kb::insights
