#include "core/store/rollup_table.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RollupCell cell(std::int64_t day, const std::string& part, const std::string& counter,
                std::int64_t value, const std::string& object = {}) {
  return {day, part, "pl", "billing", "form", object, counter, value};
}

class RollupTable : public StoreTest {
 protected:
  void put(const RollupDay& day, const std::vector<RollupCell>& cells) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_day(sql, day, cells); }));
  }
  std::vector<RollupCell> cells(const DayRange& range, const std::string& part) {
    std::vector<RollupCell> found;
    const auto read = store().read([&](Sql& sql) {
      return each_cell(sql, range, part, [&](const RollupCell& each) -> Result<void> {
        found.push_back(each);
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return found;
  }
  std::vector<RollupDay> days(const DayRange& range) {
    return store().read([&](Sql& sql) { return rollup_days(sql, range); }).value();
  }
};
KB_ON_BOTH_DATABASES(RollupTable);

TEST_P(RollupTable, GivesTheCellsOfAPartAndOfDays) {
  put({.day = 2, .last = 20},
      {cell(2, "site", "searches", 7), cell(2, "article", "views", 3, "a")});
  put({.day = 1, .last = 10}, {cell(1, "site", "views", 5), cell(1, "site", "searches", 4)});
  put({.day = 3, .last = 30}, {cell(3, "site", "searches", 9)});
  EXPECT_THAT(cells({1, 2}, "site"),
              ElementsAre(cell(1, "site", "searches", 4), cell(1, "site", "views", 5),
                          cell(2, "site", "searches", 7)));
  EXPECT_THAT(cells({1, 3}, "article"), ElementsAre(cell(2, "article", "views", 3, "a")));
  EXPECT_THAT(cells({4, 9}, "site"), IsEmpty());
}

TEST_P(RollupTable, FindsTheCellsOfOneThing) {
  const auto asked = [](std::int64_t day, const std::string& counter, std::int64_t value,
                        const std::string& query) {
    return RollupCell{day, "query", "pl", "", "", query, counter, value};
  };
  put({.day = 1, .last = 10}, {asked(1, "searches", 4, "zwrot"), asked(1, "visitors", 3, "zwrot"),
                               asked(1, "searches", 9, "zwroty")});
  put({.day = 2, .last = 20}, {asked(2, "searches", 5, "zwrot")});
  std::vector<RollupCell> found;
  KB_ASSERT_DONE(store().read([&](Sql& sql) {
    return each_cell_of(sql, {1, "query", "pl", "zwrot"}, [&](const RollupCell& each) {
      found.push_back(each);
      return Result<void>();
    });
  }));
  EXPECT_THAT(found,
              ElementsAre(asked(1, "searches", 4, "zwrot"), asked(1, "visitors", 3, "zwrot")));
}

// A report reads all days of a part: counters of one key share a row.
TEST_P(RollupTable, KeepsAllCountersOfAKeyTogether) {
  put({.day = 1, .last = 10},
      {cell(1, "query", "visitors", 3, "a=b c"), cell(1, "query", "searches", 4, "zwrot"),
       cell(1, "query", "searches", 5, "a=b c")});
  EXPECT_THAT(cells({1, 1}, "query"), ElementsAre(cell(1, "query", "searches", 5, "a=b c"),
                                                  cell(1, "query", "visitors", 3, "a=b c"),
                                                  cell(1, "query", "searches", 4, "zwrot")));
  const auto rows = store().read([](Sql& sql) { return sql.one("SELECT count(*) FROM rollups"); });
  KB_ASSERT_DONE(rows);
  EXPECT_EQ((*rows)->integer(0), 2);
}

TEST_P(RollupTable, PutsADayInPlaceOfWhatWasThere) {
  const RollupDay first{.day = 1, .last = 10, .rules = 1, .open = 1};
  const RollupDay second{.day = 1, .last = 11, .rules = 2, .open = 0};
  put(first, {cell(1, "site", "searches", 4), cell(1, "query", "searches", 4, "zwrot")});
  put({.day = 2, .last = 20}, {cell(2, "site", "searches", 1)});
  put(second, {cell(1, "site", "searches", 5)});
  EXPECT_THAT(cells({1, 2}, "site"),
              ElementsAre(cell(1, "site", "searches", 5), cell(2, "site", "searches", 1)));
  EXPECT_THAT(cells({1, 2}, "query"), IsEmpty());
  EXPECT_THAT(days({1, 1}), ElementsAre(second));
}

TEST_P(RollupTable, TakesADayOfManyCells) {
  std::vector<RollupCell> many;
  for (int i = 0; i < 1'000; ++i)
    many.push_back(cell(1, "query", "searches", i, "q" + std::to_string(1'000 + i)));
  put({.day = 1}, many);
  EXPECT_EQ(cells({1, 1}, "query"), many);
}

TEST_P(RollupTable, KnowsTheDaysThatAreThere) {
  const auto first = [&] { return store().read(first_rollup_day).value(); };
  EXPECT_EQ(first(), std::nullopt);
  put({.day = 5, .last = 50}, {});
  put({.day = -3, .last = 30}, {});
  EXPECT_EQ(first(), -3);
  EXPECT_THAT(days({-10, 4}), ElementsAre(RollupDay{.day = -3, .last = 30}));
  EXPECT_THAT(days({-10, 5}),
              ElementsAre(RollupDay{.day = -3, .last = 30}, RollupDay{.day = 5, .last = 50}));
}

}  // namespace
}  // namespace kb::store
