#include "core/insights/visit_sums.h"

#include <gmock/gmock.h>

#include "core/insights/rollup_refresh.h"
#include "core/store/rollup_table.h"
#include "tests/core/insights/visit_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {

using insights::Counter;
using insights::VisitDimension;
using insights::VisitSums;
using insights::VisitWish;

class VisitSumsOf : public StoreTest {
 protected:
  static RollupCell cell(std::string_view part, Counter counter, std::int64_t value) {
    return {.day = 0,
            .part = std::string(part),
            .lang = "en",
            .category = "billing",
            .channel = {},
            .object = {},
            .counter = std::string(insights::counter_name(counter)),
            .value = value};
  }
  void put(std::string_view day, std::vector<RollupCell> cells) {
    const RollupDay head{insights::day_number(day), 0, insights::kRollupRules, 0};
    for (auto& each : cells) each.day = head.day;
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return put_day(sql, head, cells); }));
  }
  VisitSums read(const VisitWish& wish = insights::week_wish()) {
    auto sums = store().read([&](Sql& sql) { return insights::read_visit_sums(sql, wish); });
    EXPECT_TRUE(sums) << to_line(sums.error());
    return sums.value_or(VisitSums());
  }
};
KB_ON_BOTH_DATABASES(VisitSumsOf);

TEST_P(VisitSumsOf, AnEmptyStoreAreNone) {
  const auto sums = read();
  EXPECT_EQ(sums.first_day, std::nullopt);
  EXPECT_EQ(sums.all.now[Counter::sessions], 0);
  EXPECT_EQ(sums.steps.size(), 7u);
}

// The last day before both periods, the edges of both, and the first day after.
TEST_P(VisitSumsOf, BothPeriodsAreAddedUp) {
  std::int64_t value = 1;
  for (const auto* day :
       {"2026-02-22", "2026-02-23", "2026-03-01", "2026-03-02", "2026-03-08", "2026-03-09"}) {
    put(day, {cell("site", Counter::sessions, value)});
    value *= 10;
  }
  const auto sums = read();
  EXPECT_EQ(sums.first_day, insights::day_number("2026-02-22"));
  EXPECT_EQ(sums.all.before[Counter::sessions], 110);
  EXPECT_EQ(sums.all.now[Counter::sessions], 11'000);
  EXPECT_EQ(sums.steps[0][Counter::sessions], 1'000);
  EXPECT_EQ(sums.steps[6][Counter::sessions], 10'000);
}

TEST_P(VisitSumsOf, OneLanguageAndCategoryAreChosen) {
  auto polish = cell("site", Counter::sessions, 2);
  polish.lang = "pl";
  auto device = cell("site", Counter::sessions, 4);
  device.category = "device";
  put("2026-03-03", {cell("site", Counter::sessions, 1), polish, device});
  auto wish = insights::week_wish();
  EXPECT_EQ(read(wish).all.now[Counter::sessions], 7);
  wish.lang = "en";
  EXPECT_EQ(read(wish).all.now[Counter::sessions], 5);
  wish.category = "device";
  EXPECT_EQ(read(wish).all.now[Counter::sessions], 4);
  EXPECT_FALSE(read(wish).customers) << "tickets have no category";
}

TEST_P(VisitSumsOf, GroupsAreOfTheDimension) {
  auto polish = cell("site", Counter::sessions, 2);
  polish.lang = "pl";
  auto phone = cell("site", Counter::tickets_submitted, 3);
  phone.channel = "phone";
  put("2026-03-03", {cell("site", Counter::sessions, 1), polish, phone});
  auto wish = insights::week_wish();
  EXPECT_TRUE(read(wish).groups.empty());
  wish.by = VisitDimension::lang;
  EXPECT_EQ(read(wish).groups.at("pl").now[Counter::sessions], 2);
  wish.by = VisitDimension::category;
  EXPECT_EQ(read(wish).groups.at("billing").now[Counter::sessions], 3);
  wish.by = VisitDimension::channel;
  const auto sums = read(wish);
  ASSERT_EQ(sums.groups.size(), 1u) << "sessions have no channel";
  EXPECT_EQ(sums.groups.at("phone").now[Counter::tickets_submitted], 3);
  EXPECT_EQ(sums.channels.at("phone").now, 3);
}

TEST_P(VisitSumsOf, ArticlesAndQueriesAreKeptApart) {
  auto read_it = cell("article", Counter::views, 5);
  read_it.object = "en/billing/refund";
  auto polish = read_it;
  polish.object = "pl/billing/refund";
  auto asked = cell("query", Counter::searches, 3);
  asked.object = "late parcel";
  asked.category.clear();
  put("2026-03-03", {read_it, polish, asked});
  auto wish = insights::week_wish();
  EXPECT_TRUE(read(wish).articles.empty()) << "nobody asked";
  wish.shown_from = 0;
  ASSERT_EQ(read(wish).queries.searched.size(), 1u);
  EXPECT_EQ(read(wish).queries.searched[0].query, "late parcel");
  EXPECT_EQ(read(wish).queries.searched[0].searches, 3);
  wish.by = VisitDimension::article;
  wish.lang = "en";
  const auto sums = read(wish);
  ASSERT_EQ(sums.articles.size(), 1u);
  EXPECT_EQ(sums.articles.at("en/billing/refund").now[Counter::views], 5);
}

TEST(VisitDimension, HasAName) {
  for (const auto dimension : {VisitDimension::lang, VisitDimension::category,
                               VisitDimension::article, VisitDimension::channel})
    EXPECT_EQ(insights::parse_visit_dimension(insights::visit_dimension_name(dimension)),
              dimension);
  EXPECT_EQ(insights::parse_visit_dimension("langs").error().hint, "did you mean `lang`?");
}

}  // namespace kb::store
