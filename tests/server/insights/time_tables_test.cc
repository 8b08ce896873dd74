#include "server/insights/time_tables.h"

#include <gmock/gmock.h>

#include "tests/core/insights/visit_scenario.h"

namespace kb {
namespace {

using insights::GapStep;

const page::Texts& time_table_texts() {
  static const auto loaded = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  return loaded.value();
}

class TimeTable : public testing::Test {
 protected:
  std::vector<page::InsightTable> tables(const std::vector<GapStep>& gaps = {}) {
    auto report = report_visits(insights::week_of_visits(), insights::week_wish());
    return time_tables(report, gaps, time_table_texts().in("en"));
  }
};

TEST_F(TimeTable, HasARowForEachStep) {
  const auto all = tables();
  ASSERT_EQ(all.size(), 3u) << "nothing is told of gaps";
  for (const auto& table : all) {
    EXPECT_EQ(table.rows.size(), 7u) << table.key;
    for (const auto& row : table.rows) EXPECT_EQ(row.cells.size(), table.columns.size());
  }
  EXPECT_EQ(all[0].rows[1].day, "2026-03-03");
  EXPECT_EQ(all[0].rows[1].cells[0].text, "25.0 %*");
  EXPECT_EQ(all[0].rows[1].cells[0].value, 0.25);
  EXPECT_FALSE(all[0].rows[0].cells[0].value) << "no searches: no rate, not 0";
}

TEST_F(TimeTable, TellsDeflectionAsARange) {
  const auto deflection = tables()[1];
  EXPECT_EQ(deflection.columns[0].draw, "band");
  EXPECT_EQ(deflection.rows[1].cells[0].value, 0.25);
  EXPECT_EQ(deflection.rows[1].cells[0].upper, 0.5);
}

TEST_F(TimeTable, MarksWhatWasPublishedAndShowsTheWorkOnGaps) {
  std::vector<GapStep> gaps(7);
  gaps[2] = {.found = 3, .published = 1, .closed = 2, .open = 5};
  const auto all = tables(gaps);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[1].columns.back().draw, "mark");
  EXPECT_EQ(all[1].rows[2].cells.back().value, 1);
  EXPECT_EQ(all[2].key, "gaps-over-time");
  EXPECT_EQ(all[2].rows[2].cells[2].text, "5");
}

}  // namespace
}  // namespace kb
