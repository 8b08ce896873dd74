#include "core/insights/cell_sums.h"

#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

TEST(CellSums, AddUpByKeyAndCounter) {
  CellSums sums(7);
  sums.add({.part = kSitePart, .lang = "ro"}, Counter::sessions);
  sums.add({.part = kSitePart, .lang = "pl", .channel = "form"}, Counter::tickets_submitted, 2);
  sums.add({.part = kSitePart, .lang = "ro"}, Counter::sessions, 4);
  sums.add({.part = kSitePart, .lang = "ro"}, Counter::views, 0);
  sums.add_time({.part = kSitePart, .lang = "ro"}, Station::submit, std::chrono::hours(9));
  sums.add({.part = kQueryPart, .lang = "pl", .object = "a|b c"}, Counter::searches);
  EXPECT_EQ(all_cells(sums.cells()),
            "query|pl|||a|b c|searches 1\n"
            "site|pl||form||tickets_submitted 2\n"
            "site|ro||||sessions 5\n"
            "site|ro||||time_submit_12 1\n");
  EXPECT_EQ(sums.cells().front().day, 7);
}

TEST(CellSums, PutAnArticleUnderTheCategoryThatAnyEventTold) {
  CellSums sums(7);
  sums.add(article_key("pl/a/b"), Counter::shown);
  sums.note_category("pl/a/b", "");
  sums.note_category("pl/a/b", "cards");
  sums.note_category("pl/a/b", "billing");
  sums.add(article_key("pl/a/c"), Counter::shown);
  EXPECT_EQ(all_cells(sums.cells()),
            "article|pl|||pl/a/c|shown 1\n"
            "article|pl|billing||pl/a/b|shown 1\n");
}

// A text with the sign that stands between the parts of a key must not become another key.
TEST(CellSums, AreNotMixedUpByWhatATextHolds) {
  CellSums sums(7);
  sums.add({.part = kQueryPart, .lang = "pl\x1fx", .object = "a\x1f"}, Counter::searches);
  EXPECT_EQ(all_cells(sums.cells()), "query|pl x|||a |searches 1\n");
}

}  // namespace
}  // namespace kb::insights
