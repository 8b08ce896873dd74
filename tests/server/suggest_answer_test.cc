#include "server/suggest_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "server/http/finish.h"
#include "tests/server/help_center_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const json& suggest_api() {
  static const json description =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  return description;
}

// What openapi.json says of this status: its content by type.
json described(int status) {
  const auto& responses = suggest_api()["paths"]["/api/v1/suggest"]["get"]["responses"];
  const auto key = std::to_string(status);
  EXPECT_TRUE(responses.contains(key)) << key;
  const json answer = responses.value(key, json::object());
  if (!answer.contains("$ref")) return answer["content"];
  return suggest_api().at(
      json::json_pointer(answer["$ref"].get<std::string>().substr(1)))["content"];
}

class SuggestAnswer : public testing::Test {
 protected:
  SuggestAnswer() {
    auto& site = center.site;
    site.config.site.fallback = {{"ro", {"en"}}};
    site.write("en/billing/refund.md",
               "---\ntitle: How refunds <work>\nkeywords: [money back]\n---\nText.\n\n"
               "## How long it takes\n\nA week.\n");
    site.write("ro/billing/refund.md", "# Rambursări\n\nText.\n");
    site.write("en/secret.md",
               "---\naudience: agents\ntitle: Zanzibar refunds\n---\n## Zanzibar\n\nText.\n");
    site.write("en/mixed.md", "# Mixed\n\nOpen.\n\n:::agents\n## Zanzibar for agents\n:::\n");
    site.write("en/old.md", "---\nexpires_at: 2026-01-02\n---\n# Old refunds\n\nText.\n");
    center.publish();
  }

  // The answer as it is sent; it must be as described.
  http::Response answer(const std::string& parameters, std::vector<http::Field> headers = {}) {
    const auto target = "/api/v1/suggest?" + parameters;
    http::Gzip gzip;
    auto request = HelpCenterFixture::request(target, std::move(headers));
    auto response = http::finish(center.router().answer(request), request, gzip);
    if (response.status == 304) return response;
    const auto content = described(response.status);
    const auto type = header(response, "Content-Type");
    EXPECT_TRUE(content.contains(type)) << type;
    EXPECT_EQ(schema_violations(suggest_api(), content[type]["schema"], json::parse(response.body)),
              "")
        << target;
    return response;
  }
  json suggest(const std::string& parameters, int status = 200) {
    const auto response = answer(parameters);
    EXPECT_EQ(response.status, status) << parameters;
    return json::parse(response.body);
  }

  HelpCenterFixture center;
};

TEST_F(SuggestAnswer, IsAsDescribed) {
  EXPECT_EQ(suggest("q=how+ref&lang=en"),
            json::parse(R"({"articles": [{"id": "billing/refund", "lang": "en",
                "title": "How refunds <work>", "url": "/en/a/billing/refund", "section": null,
                "kind": "article"}], "queries": ["how refunds"]})"));
  const auto section = suggest("q=how+long")["articles"].at(0);
  EXPECT_EQ(section["url"], "/en/a/billing/refund#how-long-it-takes");
  EXPECT_EQ(section["section"],
            json({{"title", "How long it takes"}, {"anchor", "how-long-it-takes"}}));
  EXPECT_EQ(suggest("q=mon")["queries"], json({"money back"}));
}

TEST_F(SuggestAnswer, FallsBackToOtherLanguages) {
  EXPECT_EQ(suggest("q=ramb&lang=RO")["articles"][0]["lang"], "ro");
  EXPECT_EQ(suggest("q=money&lang=ro")["articles"][0]["lang"], "en");
  EXPECT_EQ(suggest("q=money&lang=pl")["articles"][0]["lang"], "en") << "the site's own";
}

// Nothing of agents' texts: not a title, not a heading, not a word in a completion.
TEST_F(SuggestAnswer, KeepsWhatIsNotForEveryone) {
  for (const auto* typed :
       {"z", "zan", "zanzibar", "zanzxbar", "zanzibar+f", "refunds", "mixed", "mixed+zan", "for"})
    EXPECT_THAT(answer(std::string("limit=10&q=") + typed).body, Not(HasSubstr("anzibar")))
        << typed;
  EXPECT_THAT(answer("q=old").body, HasSubstr("Old refunds"));
  center.site.clock.advance(std::chrono::hours{24});
  EXPECT_THAT(answer("q=old").body, Not(HasSubstr("ld refunds")));
}

TEST_F(SuggestAnswer, OffersNothingForNothing) {
  for (const auto* typed : {"", "q=", "q=%20", "q=.", "q=%FF", "q=%00", "q=%22"})
    EXPECT_EQ(suggest(typed), json::parse(R"({"articles": [], "queries": []})")) << typed;
  EXPECT_EQ(suggest("q=" + std::string(6000, 'h'))["articles"], json::array());
}

TEST_F(SuggestAnswer, GivesAsManyAsAskedFor) {
  for (int i = 0; i < 12; ++i)
    center.site.write("en/more/" + std::to_string(i) + ".md",
                      "# Courier number" + std::to_string(i) + "\n");
  center.publish();
  EXPECT_EQ(suggest("q=cou")["articles"].size(), 5U);
  EXPECT_EQ(suggest("q=cou")["queries"].size(), 5U);
  EXPECT_EQ(suggest("q=cou&limit=10")["articles"].size(), 10U);
  EXPECT_EQ(suggest("q=cou&limit=1")["queries"].size(), 1U);
}

TEST_F(SuggestAnswer, RefusesParametersThatAreNone) {
  for (const auto* bad : {"limit=0", "limit=11", "limit=-1", "limit=x", "lang=klingon", "lang=%00"})
    EXPECT_EQ(suggest(std::string("q=refund&") + bad, 400)["request_id"], "4f1d8a90c2b3e456");
  suggest("q=refund&limit=&lang=");
}

TEST_F(SuggestAnswer, MayBeKeptForAMinute) {
  const auto response = answer("q=refund");
  EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=60");
  const auto etag = header(response, "ETag");
  EXPECT_NE(etag, "");
  EXPECT_EQ(answer("q=refund", {{"If-None-Match", etag}}).status, 304);
  EXPECT_NE(header(answer("q=old"), "ETag"), etag);
}

TEST_F(SuggestAnswer, SaysSoWithoutAnIndex) {
  HelpCenterFixture empty;
  std::swap(center.site.config.index.path, empty.site.config.index.path);
  center.start();
  suggest("q=refund", 503);
  EXPECT_NE(header(center.get("/api/v1/suggest?q=a"), "Retry-After"), "");
}

// A writer's preview knows drafts and agents' texts, and is never kept.
TEST_F(SuggestAnswer, ShowsAllInAPreview) {
  center.is_preview = true;
  center.start();
  center.publish();
  EXPECT_THAT(answer("q=zan").body, HasSubstr("Zanzibar refunds"));
  EXPECT_EQ(header(answer("q=zan"), "Cache-Control"), "no-cache");
}

}  // namespace
}  // namespace kb
