#include "core/insights/report_words.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

struct Case {
  double seconds;
  std::string_view text;
};
class DurationText : public testing::TestWithParam<Case> {};
TEST_P(DurationText, IsShort) {
  EXPECT_EQ(duration_text(GetParam().seconds), GetParam().text);
}
INSTANTIATE_TEST_SUITE_P(Cases, DurationText,
                         testing::Values(Case{0, "0 s"}, Case{45, "45 s"}, Case{720, "12 min"},
                                         Case{12240, "3.4 h"}, Case{86400, "24.0 h"},
                                         Case{181440, "2.1 d"}));

TEST(ReportWords, SayNumbersAndNames) {
  EXPECT_EQ(percent_text(0.254), "25.4 %");
  EXPECT_EQ(decimal_text(1e300, 0).size(), 301U) << "room for any number";
  EXPECT_EQ(count_or_unknown(7), "7");
  EXPECT_EQ(count_or_unknown(std::nullopt), "–");
  EXPECT_EQ(name_or_none("billing"), "billing");
  EXPECT_EQ(name_or_none(""), "(none)");
}

TEST(ReportWords, SayHowManyRowsAreLeftOut) {
  EXPECT_EQ(rows_left_out(kMostShownRows), "");
  EXPECT_EQ(rows_left_out(kMostShownRows + 3), "  … and 3 more: see --format csv\n");
}

}  // namespace
}  // namespace kb::insights
