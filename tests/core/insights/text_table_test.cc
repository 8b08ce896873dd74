#include "core/insights/text_table.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(TextTable, SetsNumbersUnderOneAnother) {
  TextTable table({"", "now", "before"});
  table.add({"Zwroty", "120", "8"});
  table.add({"Płatność", "3", "–"});
  EXPECT_EQ(table.text(),
            "            now  before\n"
            "  Zwroty    120       8\n"
            "  Płatność    3       –\n");
}

TEST(TextTable, OfNothingIsItsHead) {
  EXPECT_EQ(TextTable({"day", "arrived"}).text(), "  day  arrived\n");
}

// A topic's name with an escape sequence could rename the terminal's window.
TEST(TextTable, LeavesTheTerminalAlone) {
  TextTable table({"a\x1b]0;x\x07 b\nc"});
  table.add(
      {"d\xC2\x9B"
       "2J é"});
  EXPECT_EQ(table.text(), "  a ]0;x  b c\n  d 2J é\n");
}

}  // namespace
}  // namespace kb::insights
