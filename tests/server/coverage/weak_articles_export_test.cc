#include "server/coverage/weak_articles_export.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using insights::HealthReason;
using insights::Share;

WeakArticles sample_weak() {
  WeakArticles weak{.days = {20'425, 20'514}};
  weak.articles = {{.lang = "pl",
                    .id = "billing/refund",
                    .title = "Zwroty",
                    .readers = 12,
                    .findings = {{HealthReason::falling, 50, Share{20, 70}, Share{48, 80}},
                                 {HealthReason::flagged, 2, {}, {}}}}};
  return weak;
}

TEST(WeakArticlesExport, IsATableOfFindings) {
  EXPECT_EQ(weak_articles_csv(sample_weak()),
            "article,title,category,owner,updated,readers,reason,count,now,now_of,against,"
            "against_of\r\n"
            "pl/billing/refund,Zwroty,,,,12,falling,50,20,70,48,80\r\n"
            "pl/billing/refund,Zwroty,,,,12,flagged,2,,,,\r\n");
}

TEST(WeakArticlesExport, IsJsonWithIntervals) {
  const auto json = nlohmann::json::parse(weak_articles_json(sample_weak()));
  EXPECT_EQ(json["counted_since"], nullptr);
  EXPECT_EQ(json["to"], "2026-03-02");
  const auto& finding = json["articles"][0]["findings"][0];
  EXPECT_EQ(finding["now"]["of"], 70);
  EXPECT_GT(finding["now"]["high"], finding["now"]["low"]);
  EXPECT_EQ(json["articles"][0]["findings"][1]["now"], nullptr);
}

}  // namespace
}  // namespace kb
