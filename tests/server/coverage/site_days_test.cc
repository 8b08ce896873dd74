#include "server/coverage/site_days.h"

#include <gtest/gtest.h>

#include "core/base/date.h"

namespace kb {
namespace {

TEST(SiteDays, EndTodayAsTheSiteHasIt) {
  Config config;
  const auto late = parse_time("2026-03-10T23:30:00Z").value();
  auto days = last_days(config, late, 28);
  EXPECT_EQ(iso_day(days->from), "2026-02-11");
  EXPECT_EQ(iso_day(days->to), "2026-03-10");
  EXPECT_EQ(iso_day(days_before(*days).from), "2026-01-14");
  EXPECT_EQ(iso_day(days_before(*days).to), "2026-02-10");
  config.insights.time_zone = "Europe/Bucharest";
  EXPECT_EQ(iso_day(last_days(config, late, 28)->to), "2026-03-11");
}

TEST(SiteDays, NeedATimeZone) {
  Config config;
  config.insights.time_zone = "Mars/Base";
  EXPECT_FALSE(last_days(config, Time(), 28));
}

}  // namespace
}  // namespace kb
