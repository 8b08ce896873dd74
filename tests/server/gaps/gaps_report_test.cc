#include "server/gaps/gaps_report.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/event_table.h"
#include "core/store/store.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class GapsReport : public testing::Test {
 protected:
  GapsReport() {
    site_.write("en/billing/refund.md", "# Refunds\n\nWithin 14 days.\n");
    site_.must_build();
    site_.config.store.url = "sqlite:" + (site_.folder() / "store.db").string();
    std::string events;
    for (int i = 1; i <= 7; ++i)
      for (const char* asked : {"lang=en text=warranty", "lang=pl text=gwarancja"})
        events += "10:0" + std::to_string(i) + ":00 v" + std::to_string(i) + " searched " + asked +
                  " outcome=none\n";
    const auto store = store::Store::open(site_.config.store.url, store::Store::Access::write);
    EXPECT_TRUE((*store)->write([&](store::Sql& sql) {
      return store::put_batch(sql, {"1", insights::happened(events)});
    }));
  }

  Result<std::string> report(const GapsReportWish& wish) {
    return gaps_report(site_.config, wish,
                       Time(std::chrono::hours(24 * (insights::kMonday + 2) + 12)));
  }

  SiteInFolder site_;
};

TEST_F(GapsReport, IsForPeople) {
  const auto text = report({});
  ASSERT_TRUE(text) << to_line(text.error());
  EXPECT_THAT(*text, HasSubstr("warranty"));
  EXPECT_THAT(*text, HasSubstr("gwarancja"));
}

TEST_F(GapsReport, IsForPrograms) {
  const auto text = report({.format = "json", .lang = "pl"});
  ASSERT_TRUE(text) << to_line(text.error());
  const auto json = nlohmann::json::parse(*text);
  ASSERT_EQ(json["gaps"].size(), 1U);
  EXPECT_EQ(json["gaps"][0]["label"], "gwarancja");
  EXPECT_EQ(json["gaps"][0]["customers"], 7);
}

TEST_F(GapsReport, IsForSpreadsheets) {
  const auto text = report({.format = "csv", .lang = "en"});
  ASSERT_TRUE(text) << to_line(text.error());
  EXPECT_THAT(*text, HasSubstr("1,,en,warranty,missing,7,"));
  EXPECT_THAT(*text, Not(HasSubstr("gwarancja")));
}

TEST_F(GapsReport, SaysWhichFormatsThereAre) {
  const auto text = report({.format = "jsn"});
  ASSERT_FALSE(text);
  EXPECT_THAT(to_line(text.error()), HasSubstr("json"));
}

TEST_F(GapsReport, NeedsAStore) {
  site_.config.store.url = "sqlite:" + (site_.folder() / "none.db").string();
  EXPECT_FALSE(report({}));
}

}  // namespace
}  // namespace kb
