#include "server/context/context_api.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "server/context/page_learning.h"
#include "server/events/events.h"
#include "tests/server/json_schema.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using nlohmann::json;

class ContextApi : public StaffFixture {
 protected:
  ContextApi() {
    auto& site = center.site;
    site.config.site.fallback = {{"pl", {"en"}}};
    site.config.insights.shown_from = 2;
    site.write("applies_to.yaml",
               "plan: {name: Plan, values: {free: Free, home: Home, studio: Studio}}\n");
    site.write("en/plan.md",
               "---\ntitle: Change your plan\nsummary: Fish & <chips>\ncontexts: "
               "[/settings/billing]\n---\nText.\n");
    site.write("pl/plan.md", "---\ntitle: Zmiana planu\n---\nTekst.\n");
    site.write("en/cards.md",
               "---\ntitle: Cards\ncontexts: /settings/*\nstage: pay\n"
               "applies_to: {plan: [home, studio]}\n---\nText.\n");
    site.write("en/parcel.md", "# Parcels\n\nLate parcels.\n");
    site.write("en/hidden.md", "---\nunlisted: true\ncontexts: /settings/*\n---\n# Hidden\n");
    site.write("de/only.md", "---\ncontexts: /settings/*\n---\n# Nur Deutsch\n");
    center.publish();
  }
  // "id reason" of each, or the problem.
  std::string told(const std::string& parameters) const {
    const auto response = get("/api/v1/context?" + parameters);
    if (response.status != 200) return std::to_string(response.status);
    const auto body = json::parse(response.body, nullptr, false);
    EXPECT_EQ(schema_violations(openapi, openapi["components"]["schemas"]["ContextAnswer"], body),
              "");
    std::string line;
    for (const auto& result : body["results"])
      line += (line.empty() ? "" : ", ") + result["lang"].get<std::string>() + "/" +
              result["id"].get<std::string>() + " " + result["reason"].get<std::string>();
    return line;
  }

  const json openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
};

TEST_F(ContextApi, GivesWhatFitsThePage) {
  const std::string billing = "url=https://app.example/settings/billing%3Ftab=2";
  EXPECT_EQ(told(billing), "en/plan context, en/cards context");
  EXPECT_EQ(told(billing + "&lang=pl"), "pl/plan context, en/cards context");
  EXPECT_EQ(told(billing + "&lang=de"), "en/plan context, en/cards context, de/only context");
  EXPECT_EQ(told(billing + "&limit=1"), "en/plan context");
  EXPECT_EQ(told("url=/nowhere"), "");
  EXPECT_EQ(told(""), "");
}

TEST_F(ContextApi, LeavesOutWhatIsForOthers) {
  EXPECT_EQ(told("url=/settings/billing&plan=free"), "en/plan context");
  EXPECT_EQ(told("url=/settings/billing&plan=home"), "en/plan context, en/cards context");
  EXPECT_EQ(told("url=/settings/billing&colour=red"), "en/plan context, en/cards context");
}

TEST_F(ContextApi, KnowsStages) {
  EXPECT_EQ(told("stage=Pay"), "en/cards stage");
  EXPECT_EQ(told("url=/settings/billing&stage=pay"), "en/plan context, en/cards context");
}

TEST_F(ContextApi, SaysWhatItCannotRead) {
  for (const auto* wrong :
       {"url=nowhere", "url=javascript:alert(1)", "limit=0", "limit=x", "lang=klingon!"})
    EXPECT_EQ(told(wrong), "400") << wrong;
}

TEST_F(ContextApi, EscapesSummaries) {
  const auto body = json::parse(get("/api/v1/context?url=/settings/billing").body);
  EXPECT_EQ(body["results"][0]["snippet_html"], "Fish &amp; &lt;chips&gt;");
  EXPECT_EQ(body["results"][0]["url"], "/en/a/plan");
}

// Two visitors searched from the same page of the product and opened the same article.
TEST_F(ContextApi, LearnsFromWhatVisitorsOfThePageOpened) {
  for (const auto* address : {"203.0.113.8", "203.0.113.9"}) {
    auto asked = request("/api/v1/search?q=late+parcels&from=https://app.example/orders/7");
    asked.headers.push_back({"User-Agent", "Mozilla/5.0 Firefox/140.0"});
    asked.client_address = address;
    const auto query = json::parse(answer(asked).body)["query_id"].get<std::string>();
    auto read =
        request("/en/a/parcel?query_id=" + query + "&position=1&from=https://app.example/orders/8");
    read.headers.push_back({"User-Agent", "Mozilla/5.0 Firefox/140.0"});
    read.client_address = address;
    EXPECT_EQ(answer(read).status, 200);
    center.center().events->log().flush();
    const bool is_first = address == std::string("203.0.113.8");
    EXPECT_EQ(told("url=https://app.example/orders/1042?id=1"),
              is_first ? "" : "en/parcel searched");
    center.site.clock.advance(kLearnAgain);
  }
}

TEST_F(ContextApi, IsTheSameForEverybody) {
  const auto response = get("/api/v1/context?url=/settings/billing");
  EXPECT_EQ(response.cache_control, "public, max-age=60");
  EXPECT_TRUE(response.etag);
}

}  // namespace
}  // namespace kb
