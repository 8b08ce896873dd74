#include "server/coverage/translations_export.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

ToldTranslations told() {
  ToldTranslations told{.days = {20'514, 20'515}};
  told.matrix.languages = {"en", "pl"};
  told.matrix.articles = {
      {.id = "orders/late",
       .lang = "en",
       .title = "=Late, \"now\"",
       .category = "orders",
       .cells = {{.state = TranslationState::original, .views = 20},
                 {.state = TranslationState::missing, .asked = 7, .clicks = 3}}}};
  return told;
}

TEST(TranslationsExport, IsATableOfCells) {
  EXPECT_EQ(translations_csv(told()),
            "article,original,title,category,lang,state,views,asked,clicks\r\n"
            "orders/late,en,\"'=Late, \"\"now\"\"\",orders,en,original,20,0,0\r\n"
            "orders/late,en,\"'=Late, \"\"now\"\"\",orders,pl,missing,0,7,3\r\n");
}

TEST(TranslationsExport, IsJson) {
  const auto json = nlohmann::json::parse(translations_json(told()));
  EXPECT_EQ(json["from"], "2026-03-02");
  EXPECT_EQ(json["articles"][0]["unmet"], 7);
  EXPECT_EQ(json["articles"][0]["cells"][1]["state"], "missing");
}

TEST(CsvDownload, IsKeptByNoCache) {
  const auto response = csv_download("a.csv", "x");
  EXPECT_EQ(response.cache_control, "no-store");
  EXPECT_EQ(response.body, "x");
}

}  // namespace
}  // namespace kb
