#include "core/store/figure_targets.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class FigureTargets : public StoreTest {
 protected:
  FigureTarget add(FigureTarget target) {
    const auto added = store().write([&](Sql& sql) { return add_target(sql, target); });
    EXPECT_TRUE(added) << to_line(added.error());
    target.id = added.value_or(0);
    return target;
  }
  std::vector<FigureTarget> open() {
    return store().read([](Sql& sql) { return list_targets(sql); }).value();
  }
  bool close(std::int64_t id) {
    return store().write([&](Sql& sql) { return close_target(sql, id, kNow); }).value();
  }
};
KB_ON_BOTH_DATABASES(FigureTargets);

TEST_P(FigureTargets, AreListedTheSoonestFirst) {
  const auto later = add({.figure = "zero_result_rate",
                          .lang = "pl",
                          .category = "billing",
                          .at_most = true,
                          .goal = 0.05,
                          .start = 0.125,
                          .by_day = 20'514,
                          .guard = "helpfulness",
                          .guard_at_most = false,
                          .guard_limit = 0.8,
                          .who = "ana",
                          .created = kNow});
  const auto sooner = add({.figure = "helpfulness",
                           .at_most = false,
                           .goal = 0.9,
                           .by_day = 20'500,
                           .who = "ion",
                           .created = kNow});
  EXPECT_THAT(open(), ElementsAre(sooner, later));
}

TEST_P(FigureTargets, AreClosedOnce) {
  const auto target = add({.figure = "helpfulness", .goal = 0.9, .by_day = 20'500});
  EXPECT_TRUE(close(target.id));
  EXPECT_FALSE(close(target.id));
  EXPECT_FALSE(close(target.id + 1));
  EXPECT_TRUE(open().empty());
}

}  // namespace
}  // namespace kb::store
