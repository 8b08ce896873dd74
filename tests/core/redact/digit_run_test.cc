#include "core/redact/digit_run.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(DigitRuns, AreGroupsOfOneNumber) {
  const Scan scan("4111 1111-1111 1111, 22", "en");
  const auto run = digit_run(scan, 0, 16, Across::one_line);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->digits(), "4111111111111111");
  EXPECT_TRUE(run->grouped_as({4, 4, 4, 4}));
  EXPECT_TRUE(run->tight);
  EXPECT_FALSE(digit_run(scan, 0, 15, Across::one_line));
  EXPECT_EQ(longest_run(scan, 0, 13).digits(), "411111111111");
  EXPECT_EQ(longest_run(scan, 0, 3).groups, 0U);
}

TEST(DigitRuns, CrossLinesWhereTold) {
  const Scan scan("4111 1111\n> 1111 1111", "en");
  EXPECT_FALSE(digit_run(scan, 0, 16, Across::one_line));
  EXPECT_TRUE(digit_run(scan, 0, 16, Across::lines));
}

TEST(DigitRuns, StandAloneOrAreCodesAndMoney) {
  const auto alone = [](std::string_view text, std::size_t begin, std::size_t end) {
    return stands_alone(Scan(text, "en"), begin, end);
  };
  EXPECT_TRUE(alone("a 123 b", 2, 5));
  EXPECT_FALSE(alone("FW-123", 3, 6));
  EXPECT_FALSE(alone("#123", 1, 4));
  EXPECT_FALSE(alone("123.50", 0, 3));
  EXPECT_TRUE(alone("123.", 0, 3));
  EXPECT_TRUE(is_money(Scan("123 zł", "pl"), 0, 3));
  EXPECT_TRUE(is_money(Scan("€ 123", "en"), 4, 7));
  EXPECT_FALSE(is_money(Scan("123 days", "en"), 0, 3));
}

}  // namespace
}  // namespace kb::redact
