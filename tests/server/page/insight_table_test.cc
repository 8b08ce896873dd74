#include "server/page/insight_table.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

nlohmann::json model_of(const std::vector<InsightTable>& tables) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  nlohmann::json model;
  add_tables(frame, model, tables);
  return model;
}

TEST(InsightTable, HasNumbersBesideWords) {
  const auto model = model_of({{.key = "rates",
                                .columns = {{"Deflection", "band"}},
                                .rows = {{.label = "March 2, 2026",
                                          .day = "2026-03-02",
                                          .cells = {{"25.0 % to 50.0 %", 0.25, 0.5}}},
                                         {.label = "March 3, 2026", .cells = {{"–"}}}},
                                .chart = {"line", "percent"}}});
  const auto& table = model["tables"][0];
  EXPECT_EQ(table["rows"][0]["cells"][0]["value"], "0.25");
  EXPECT_EQ(table["rows"][0]["cells"][0]["upper"], "0.5");
  EXPECT_EQ(table["rows"][1]["cells"][0]["value"], "");
  EXPECT_EQ(table["columns"][0]["draw"], "band");
  EXPECT_EQ(table["chart_unit"], "percent");
}

TEST(InsightTable, LoadsScriptsWhereThereIsAChart) {
  EXPECT_EQ(model_of({{.key = "plain"}})["charts_js_url"], "");
  const auto model = model_of({{.key = "plain"}, {.key = "drawn", .chart = {"bar"}}});
  EXPECT_NE(model["charts_js_url"], "");
  EXPECT_THAT(model["chart_library_url"].get<std::string>(),
              testing::HasSubstr("/assets/chart.js?v="));
}

TEST(InsightTable, MayBeNone) {
  EXPECT_EQ(model_of({})["has_tables"], false);
}

}  // namespace
}  // namespace kb::page
