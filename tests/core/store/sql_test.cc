#include "core/store/sql.h"

#include <gtest/gtest.h>

namespace kb::store {
namespace {

TEST(Row, GivesAColumnAsWhatItIs) {
  const Row row({Value("ana"), Value(7), Value(0.5), Value(nullptr), Value(true),
                 Value(Time(std::chrono::seconds(1700000000)))});
  EXPECT_EQ(row.size(), 6U);
  EXPECT_EQ(row.text(0), "ana");
  EXPECT_EQ(row.integer(1), 7);
  EXPECT_EQ(row.number(1), 7.0);
  EXPECT_EQ(row.number(2), 0.5);
  EXPECT_TRUE(row.is_null(3));
  EXPECT_EQ(row.integer(4), 1);
  EXPECT_EQ(row.time(5), Time(std::chrono::seconds(1700000000)));
}

TEST(Row, GivesNothingOfAColumnReadAsWhatItIsNot) {
  const Row row({Value("7"), Value(nullptr)});
  EXPECT_EQ(row.integer(0), 0);
  EXPECT_EQ(row.maybe_integer(0), std::nullopt);
  EXPECT_EQ(row.maybe_time(1), std::nullopt);
  EXPECT_EQ(row.text(1), "");
  EXPECT_EQ(row.number(1), 0.0);
}

TEST(SqlValue, OfNothingIsNull) {
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(Value(std::optional<int>()).held()));
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(Value(std::optional<Time>()).held()));
  EXPECT_EQ(std::get<std::int64_t>(Value(std::optional(5)).held()), 5);
}

}  // namespace
}  // namespace kb::store
