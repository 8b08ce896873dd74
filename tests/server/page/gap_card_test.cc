#include "server/page/gap_card.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

GapCard sample_card() {
  return {.label = "zwrot",
          .lang = "pl",
          .diagnosis = "missing",
          .trend = "rising",
          .customers = 12,
          .customers_before = 3,
          .tickets = 2,
          .cost = 1234.4,
          .currency = "EUR",
          .by_day = {0, 3, 1, 0, 0, 0, 0, 0, 2},
          .work_url = "/writer/gaps/7/draft"};
}

TEST(GapCard, PutsFiguresIntoWords) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  const auto item = gap_item(frame, sample_card());
  EXPECT_EQ(item["customers"], "Customers: 12");
  EXPECT_EQ(item["before"], "before: 3");
  EXPECT_EQ(item["cost"], "1,234 EUR");
  EXPECT_EQ(item["spark_text"], "Customers a day over 9 days: 3 at most; in the last week 3");
  EXPECT_EQ(item["work"], "Start the article");
  EXPECT_EQ(item["lang"], "pl");
}

TEST(GapCard, IsSilentOfWhatIsNotKnown) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  const auto item = gap_item(frame, {.label = "zwrot", .lang = "pl", .is_found = false});
  for (const auto* name :
       {"diagnosis", "trend", "before", "tickets", "cost", "spark", "spark_text", "work", "due"})
    EXPECT_EQ(item[name], "") << name;
}

TEST(SparkPoints, FillTheirBox) {
  EXPECT_EQ(spark_points({0, 4, 2}, 100, 22), "0.0,21.0 50.0,1.0 100.0,11.0");
  EXPECT_EQ(spark_points({0, 0}, 100, 22), "0.0,21.0 100.0,21.0");
  EXPECT_EQ(spark_points({7}, 100, 22), "");
  EXPECT_EQ(spark_points({}, 100, 22), "");
}

}  // namespace
}  // namespace kb::page
