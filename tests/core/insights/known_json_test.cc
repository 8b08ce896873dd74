#include "core/insights/known_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::insights {
namespace {

TEST(KnownJson, IsNullWhereNothingIsKnown) {
  EXPECT_TRUE(known_json(std::optional<double>()).is_null());
  EXPECT_TRUE(known_json(std::optional<std::int64_t>()).is_null());
  EXPECT_TRUE(known_json(std::optional<Interval>()).is_null());
  EXPECT_TRUE(known_json(std::string()).is_null());
}

TEST(KnownJson, IsTheValueWhereItIsKnown) {
  EXPECT_EQ(known_json(std::optional(0.0)).dump(), "0.0");
  EXPECT_EQ(known_json(std::optional(std::int64_t{0})).dump(), "0");
  EXPECT_EQ(known_json(std::optional(Interval{0.25, 0.5})).dump(), "[0.25,0.5]");
  EXPECT_EQ(known_json(std::string("pl")).dump(), "\"pl\"");
}

TEST(PeriodJson, EndsWithItsLastDay) {
  const Time day{std::chrono::hours(24) * 20'000};  // 2024-10-04
  EXPECT_EQ(period_json({day, day + 7 * kDay}).dump(),
            R"({"from":"2024-10-04","to":"2024-10-10"})");
}

}  // namespace
}  // namespace kb::insights
