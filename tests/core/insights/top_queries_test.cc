#include "core/insights/top_queries.h"

#include <gmock/gmock.h>

#include "core/store/rollup_table.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::RollupCell;
using store::Sql;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

RollupCell cell(std::string_view lang, std::string_view query, Counter counter,
                std::int64_t value) {
  RollupCell cell;
  cell.part = kQueryPart;
  cell.lang = lang;
  cell.object = query;
  cell.counter = counter_name(counter);
  cell.value = value;
  return cell;
}

void add(QuerySums& sums, std::string_view lang, std::string_view query, std::int64_t visitors,
         std::int64_t searches, std::int64_t zero_results = 0) {
  sums.add(cell(lang, query, Counter::searches, searches));
  sums.add(cell(lang, query, Counter::visitors, visitors));
  if (zero_results > 0) sums.add(cell(lang, query, Counter::zero_results, zero_results));
}

std::vector<std::string> names(const std::vector<QueryRow>& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.push_back(row.lang + " " + row.query);
  return names;
}

TEST(TopQueries, AreThoseSearchedForMost) {
  QuerySums sums;
  add(sums, "en", "late parcel", 2, 3);
  add(sums, "pl", "zwrot", 4, 9, 1);
  add(sums, "en", "invoice", 1, 1, 1);
  add(sums, "en", "late parcel", 2, 4, 2);  // another day
  const auto top = sums.top(1);
  EXPECT_THAT(names(top.searched), ElementsAre("pl zwrot", "en late parcel", "en invoice"));
  EXPECT_THAT(names(top.failing), ElementsAre("en late parcel", "en invoice", "pl zwrot"));
  EXPECT_EQ(top.searched[1].searches, 7);
  EXPECT_EQ(top.searched[1].visitors, 4);
  EXPECT_EQ(top.hidden, 0);
}

TEST(TopQueries, LeaveOutWhatFewAsked) {
  QuerySums sums;
  add(sums, "en", "late parcel", 2, 2);
  add(sums, "en", "my name is Ana", 1, 8, 8);
  add(sums, "en", "late parcel", 1, 1);  // three visitors in two days
  const auto top = sums.top(3);
  EXPECT_THAT(names(top.searched), ElementsAre("en late parcel"));
  EXPECT_THAT(top.failing, IsEmpty());
  EXPECT_EQ(top.hidden, 1);
}

// One query in two languages, and a language whose tag begins like another's.
TEST(TopQueries, AreApartByLanguage) {
  QuerySums sums;
  add(sums, "pt-BR", "a", 1, 1);
  add(sums, "pt", "b", 1, 1);
  add(sums, "pt", "a", 1, 1);
  EXPECT_THAT(names(sums.top(1).searched), ElementsAre("pt a", "pt b", "pt-BR a"));
}

TEST(TopQueries, AreAHundred) {
  QuerySums sums;
  for (int i = 0; i < 150; ++i) add(sums, "en", "query " + std::to_string(i), 1, i + 1);
  const auto top = sums.top(1);
  ASSERT_THAT(top.searched, SizeIs(kMostQueries));
  EXPECT_EQ(top.searched.front().query, "query 149");
  EXPECT_EQ(top.searched.back().query, "query 50");
}

class SearchesBefore : public store::StoreTest {};
KB_ON_BOTH_DATABASES(SearchesBefore);

// One day's sums are kept, those of the next are made on the spot.
TEST_P(SearchesBefore, AreLookedUpInBothKindsOfDays) {
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return store::put_batch(sql, {"one", happened(R"(
      10:00:00 v1 searched lang=en text=parcel outcome=results value=3
      11:00:00 v2 searched lang=en text=parcel outcome=results value=3
      12:00:00 v3 searched lang=en text=other outcome=results value=3)")});
  }));
  ASSERT_TRUE(refresh_rollups(store(), kMonday));
  KB_ASSERT_DONE(store().write([](Sql& sql) {
    return store::put_batch(
        sql,
        {"two", happened("+1 10:00:00 v4 searched lang=en text=parcel outcome=results value=3")});
  }));
  QuerySums sums;
  add(sums, "en", "parcel", 1, 1);
  add(sums, "en", "never before", 1, 1);
  auto top = sums.top(1);
  const store::DayRange days{kMonday, kMonday + 1};
  KB_ASSERT_DONE(store().read([&](Sql& sql) -> Result<void> {
    const auto state = sums_state(sql, days);
    if (!state) return fail(state.error());
    EXPECT_THAT(state->kept, SizeIs(1));
    EXPECT_THAT(state->stale, SizeIs(1));
    return add_searches_before(sql, *state, days, top);
  }));
  ASSERT_THAT(names(top.searched), ElementsAre("en never before", "en parcel"));
  EXPECT_EQ(top.searched[0].before, 0);
  EXPECT_EQ(top.searched[1].before, 3);
}

}  // namespace
}  // namespace kb::insights
