#include "core/insights/csv_table.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  std::string_view text, cell;
};
class CsvCell : public testing::TestWithParam<Case> {};

TEST_P(CsvCell, IsOneCellAndNoFormula) {
  EXPECT_EQ(csv_cell(GetParam().text), GetParam().cell);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, CsvCell,
    testing::Values(Case{"", ""}, Case{"refunds", "refunds"}, Case{"0.5", "0.5"},
                    Case{"a,b", "\"a,b\""}, Case{"a \"b\"", "\"a \"\"b\"\"\""},
                    Case{"two\nlines", "\"two\nlines\""}, Case{"a=b", "a=b"}, Case{"=1+1", "'=1+1"},
                    Case{"+1", "'+1"}, Case{"-1", "-1"}, Case{"-0.05", "-0.05"},
                    Case{"-1+1", "'-1+1"}, Case{"-", "'-"}, Case{"@SUM(A1)", "'@SUM(A1)"},
                    Case{"\t=1", "'\t=1"}, Case{"\r=1", "\"'\r=1\""}, Case{"\n=1", "\"'\n=1\""},
                    Case{"=HYPERLINK(\"http://a.example\",\"x\")",
                         "\"'=HYPERLINK(\"\"http://a.example\"\",\"\"x\"\")\""}));

TEST(CsvTable, IsLinesOfCells) {
  CsvTable table({"topic", "tickets"});
  table.add({"=cmd|' /C calc'!A0", "12"});
  table.add({"", ""});
  EXPECT_EQ(table.text(), "topic,tickets\r\n'=cmd|' /C calc'!A0,12\r\n,\r\n");
}

TEST(CsvNumber, HasSixDigitsAfterThePointAtMost) {
  EXPECT_EQ(csv_number(std::int64_t{-12}), "-12");
  EXPECT_EQ(csv_number(0.5), "0.5");
  EXPECT_EQ(csv_number(3.0), "3");
  EXPECT_EQ(csv_number(1.0 / 3), "0.333333");
  EXPECT_EQ(csv_number(std::optional<double>()), "");
  EXPECT_EQ(csv_number(std::optional<std::int64_t>(7)), "7");
}

}  // namespace
}  // namespace kb::insights
