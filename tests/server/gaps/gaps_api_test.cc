#include "server/gaps/gaps_api.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/store/api_tokens.h"
#include "tests/server/gaps/gap_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class GapsApi : public GapFixture {
 protected:
  // As templates/openapi.json describes it.
  static json checked(const http::Response& response, const std::string& schema) {
    EXPECT_EQ(response.status, 200) << response.body;
    const json openapi =
        json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
    auto body = json::parse(response.body);
    EXPECT_EQ(schema_violations(openapi, openapi["components"]["schemas"][schema], body), "");
    return body;
  }
  http::Response patch(std::int64_t id, const std::string& body, const Browser& browser) {
    auto sent = request("/api/v1/gaps/" + std::to_string(id), browser,
                        {{"Origin", "https://help.example"},
                         {"Content-Type", "application/json"},
                         {"X-KB-CSRF", browser.csrf}});
    sent.method = "PATCH";
    sent.body = body;
    return answer(sent);
  }
};

TEST_F(GapsApi, ListsGaps) {
  add("money back");
  add("zwrot", {}, "pl");
  const auto all = checked(get("/api/v1/gaps", ana), "Gaps");
  EXPECT_EQ(all["total"], 2);
  EXPECT_EQ(all["report"], nullptr);
  const auto polish = checked(get("/api/v1/gaps?lang=pl&state=open&limit=1", ana), "Gaps");
  EXPECT_EQ(polish["gaps"][0]["label"], "zwrot");
  EXPECT_EQ(checked(get("/api/v1/gaps?offset=9", ana), "Gaps")["gaps"].size(), 0U);
}

TEST_F(GapsApi, ListsGapsAsCsv) {
  add("money back");
  const auto csv = get("/api/v1/gaps?format=csv", ana);
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(csv.body, HasSubstr(",en,money back,open,"));
}

TEST_F(GapsApi, AnswersOneGapWithItsHistory) {
  const auto id = add("money back");
  const auto one = checked(get("/api/v1/gaps/" + std::to_string(id), ana), "GapWithHistory");
  EXPECT_EQ(one["history"][0]["what"], "found");
  EXPECT_EQ(get("/api/v1/gaps/999", ana).status, 404);
  EXPECT_EQ(get("/api/v1/gaps/x", ana).status, 404);
}

TEST_F(GapsApi, ChangesAGap) {
  const auto id = add("money back");
  const auto changed = checked(
      patch(id, R"({"version": 1, "state": "in_progress", "owner": "ion", "due": "2026-12-01"})",
            ana),
      "GapWithHistory");
  EXPECT_EQ(changed["owner"], "ion");
  EXPECT_EQ(changed["version"], 4);
  EXPECT_EQ(patch(id, R"({"version": 4, "owner": null})", ana).status, 200);
  EXPECT_EQ(gap(id).owner, "");
}

TEST_F(GapsApi, TellsWhoComesSecondHowItIsNow) {
  const auto id = add("money back");
  EXPECT_EQ(patch(id, R"({"version": 1, "owner": "ana"})", ana).status, 200);
  const auto late = patch(id, R"({"version": 1, "owner": "ion"})", ion);
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(late.content_type, "application/problem+json");
  EXPECT_EQ(json::parse(late.body)["current"]["owner"], "ana");
}

TEST_F(GapsApi, SaysWhatIsWrong) {
  const auto id = add("money back");
  const std::pair<std::string, int> bodies[] = {{"[]", 400},
                                                {R"({"owner": "ana"})", 400},
                                                {R"({"version": 1, "owner": 7})", 400},
                                                {R"({"version": 1, "owner": "eva"})", 422},
                                                {R"({"version": 1, "state": "verified"})", 422},
                                                {R"({"version": 1, "state": "published"})", 422}};
  for (const auto& [body, status] : bodies) {
    const auto refused = patch(id, body, ana);
    EXPECT_EQ(refused.status, status) << body;
    EXPECT_TRUE(refused.problem) << body;
  }
  EXPECT_EQ(patch(id + 1, R"({"version": 1, "owner": "ana"})", ana).status, 404);
  for (const auto* query : {"state=x", "lang=%21", "diagnosis=x", "limit=0", "format=xml"})
    EXPECT_EQ(get("/api/v1/gaps?" + std::string(query), ana).status, 400) << query;
}

TEST_F(GapsApi, IsForProgramsThatMay) {
  const auto id = add("money back");
  const auto with_scope = [&](ApiScope scope, const std::string& method) {
    const auto secret = random_token();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_api_token(sql,
                                  {.name = "gaps",
                                   .scopes = {std::string(scope_name(scope))},
                                   .created_by = "root",
                                   .created = center.site.clock.now()},
                                  hash_of_secret(secret));
    });
    EXPECT_TRUE(added);
    auto asked =
        request("/api/v1/gaps/" + std::to_string(id), {}, {{"Authorization", "Bearer " + secret}});
    asked.method = method;
    asked.body = R"({"version": 1, "comment": "Seen"})";
    return answer(asked).status;
  };
  EXPECT_EQ(with_scope(ApiScope::gaps_read, "GET"), 200);
  EXPECT_EQ(with_scope(ApiScope::gaps_read, "PATCH"), 403);
  EXPECT_EQ(with_scope(ApiScope::gaps_write, "PATCH"), 200);
  EXPECT_EQ(with_scope(ApiScope::reports_read, "GET"), 403);
}

}  // namespace
}  // namespace kb
