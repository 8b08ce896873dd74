#include "server/hit_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

nlohmann::json written(const index::Hit& hit) {
  JsonWriter out;
  write_hit(out, Urls("/help"), hit);
  return nlohmann::json::parse(out.text());
}

TEST(HitJson, HasTheSectionAndItsAddress) {
  index::Hit hit;
  hit.id = "billing/refund";
  hit.lang = "en";
  hit.title = "Refunds";
  hit.kind = Kind::answer;
  hit.section = index::SectionHit{"How long", "how-long"};
  hit.snippet_html = "<mark>a</mark>";
  hit.score = 1.5;
  hit.fallback = true;
  EXPECT_EQ(written(hit),
            (nlohmann::json{{"id", "billing/refund"},
                            {"lang", "en"},
                            {"title", "Refunds"},
                            {"url", "/help/en/answers/billing/refund#how-long"},
                            {"section", {{"title", "How long"}, {"anchor", "how-long"}}},
                            {"snippet_html", "<mark>a</mark>"},
                            {"score", 1.5},
                            {"kind", "answer"},
                            {"fallback", true}}));
}

TEST(HitJson, IsTheArticleAsAWholeWithoutASection) {
  EXPECT_TRUE(written(index::Hit{})["section"].is_null());
  EXPECT_EQ(written(index::Hit{})["kind"], "article");
}

}  // namespace
}  // namespace kb
