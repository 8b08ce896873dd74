#include "core/insights/foreign_reads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;
using testing::ElementsAre;
using testing::IsEmpty;

std::string foreign(const std::string& text) {
  CellSums sums(kMonday);
  add_foreign_reads(sums, happened(text));
  return all_cells(sums.cells());
}

TEST(ForeignReads, AreOfPagesInAnotherLanguage) {
  EXPECT_EQ(foreign(R"(
              10:00:00 v1 page_viewed lang=pl object=en/billing/refund
              10:05:00 v1 page_viewed lang=pl object=en/billing/refund
              10:06:00 v1 page_viewed lang=pl object=pl/billing/late
              10:06:00 v1 page_viewed lang=pl object=/search)"),
            "foreign|pl|||en/billing/refund|visitors 1\n");
}

// A click on a result in English opens the English page: what was asked in is told by the search.
TEST(ForeignReads, AreOfTheLanguageOfTheSearch) {
  EXPECT_EQ(foreign(R"(
              10:00:00 v1 searched lang=pl text=zwrot query=q1 outcome=results
              10:00:05 v1 page_viewed lang=en object=en/billing/refund query=q1
              10:00:05 v1 clicked lang=en object=en/billing/refund query=q1
              10:00:09 v1 clicked lang=en object=en/billing/refund query=q1)"),
            "foreign|pl|||en/billing/refund|clicks 1\n"
            "foreign|pl|||en/billing/refund|visitors 1\n");
}

TEST(ForeignReads, AreOfVisitorsAlone) {
  EXPECT_EQ(foreign(R"(
              10:00:00 v0 page_viewed lang=pl object=en/billing/refund
              10:00:00 staff page_viewed lang=pl object=en/billing/refund)"),
            "");
}

class ForeignReadsOf : public store::StoreTest {
 protected:
  std::vector<ForeignReads> read(std::int64_t from, std::int64_t to) {
    return store().read([&](Sql& sql) { return read_foreign_reads(sql, {from, to}); }).value();
  }
};
KB_ON_BOTH_DATABASES(ForeignReadsOf);

TEST_P(ForeignReadsOf, AddUpOverTheDays) {
  for (const std::int64_t day : {kMonday, kMonday + 1}) {
    CellSums sums(day);
    const CellKey key{.part = kForeignPart, .lang = "pl", .object = "en/refund"};
    sums.add(key, Counter::visitors, 3);
    sums.add(key, Counter::clicks, 2);
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return store::put_day(sql, {day, 1, kRollupRules, 0}, sums.cells());
    }));
  }
  EXPECT_THAT(read(kMonday, kMonday + 1), ElementsAre(ForeignReads{"pl", "en/refund", 6, 4}));
  EXPECT_THAT(read(kMonday + 2, kMonday + 9), IsEmpty());
}

}  // namespace
}  // namespace kb::insights
