#include "server/agent/similar_api.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/store/api_tokens.h"
#include "tests/server/agent/agent_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class SimilarApi : public AgentFixture {
 protected:
  http::Response send(const std::string& body, Fields headers = {}) const {
    auto sent = request("/api/v1/similar", ana, std::move(headers));
    sent.method = "POST";
    sent.headers.push_back({"Content-Type", "application/json"});
    sent.headers.push_back({"Origin", "https://help.example"});
    sent.headers.push_back({"X-KB-CSRF", ana.csrf});
    sent.body = body;
    return answer(sent);
  }
  // As templates/openapi.json describes it.
  static json checked(const http::Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    const json openapi =
        json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
    const auto& schema = openapi["components"]["schemas"]["SimilarAnswer"];
    const auto body = json::parse(response.body);
    EXPECT_EQ(schema_violations(openapi, schema, body), "");
    return body;
  }
};

TEST_F(SimilarApi, AnswersForAMessage) {
  const auto found = checked(send(
      R"({"subject": "Zwrot", "text": "Odesłałem hub i zwrot pieniędzy nie doszedł na kartę"})"));
  EXPECT_EQ(found["lang"], "pl");
  EXPECT_EQ(found["topic"], "billing");
  EXPECT_THAT(std::string(found["results"][0]["url"]), HasSubstr("/pl/a/billing/refund"));
  EXPECT_EQ(found["tickets"][0]["count"], 2);
  EXPECT_THAT(std::string(found["tickets"][0]["answer"]), HasSubstr("pięciu dni"));
}

TEST_F(SimilarApi, AnswersForATicket) {
  const auto found = checked(get("/api/v1/similar?ticket=zendesk/4&limit=1"));
  EXPECT_EQ(found["lang"], "en");
  EXPECT_EQ(found["results"].size(), 1u);
}

struct Case {
  std::string body;
  int status;
  std::string detail;
};

TEST_F(SimilarApi, SaysWhatIsWrongWithWhatWasSent) {
  for (const auto& [body, status, detail] :
       std::vector<Case>{{"", 400, "no JSON object"},
                         {"[]", 400, "no JSON object"},
                         {"{}", 400, "`text` is missing"},
                         {R"({"text": 7})", 400, "`text` must be a string"},
                         {R"({"text": "a", "lang": "images"})", 400, "images"},
                         {R"({"text": "a", "limit": 0})", 400, "`limit` must be"},
                         {R"({"text": ")" + std::string(20'001, 'x') + R"("})", 413, "20000"}}) {
    const auto refused = send(body);
    EXPECT_EQ(refused.status, status) << body.substr(0, 40);
    ASSERT_TRUE(refused.problem);
    EXPECT_THAT(refused.problem->detail, HasSubstr(detail));
  }
  EXPECT_EQ(get("/api/v1/similar").status, 400);
  EXPECT_EQ(get("/api/v1/similar?ticket=zendesk/99").status, 404);
  EXPECT_EQ(get("/api/v1/similar?ticket=zendesk/4&limit=x").status, 400);
}

TEST_F(SimilarApi, IsForAgentsAndTheirPrograms) {
  EXPECT_EQ(StaffFixture::get("/api/v1/similar?ticket=zendesk/4").status, 401);
  const auto with_scope = [&](ApiScope scope) {
    const auto secret = random_token();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_api_token(sql,
                                  {.name = "desk",
                                   .scopes = {std::string(scope_name(scope))},
                                   .created_by = "root",
                                   .created = center.site.clock.now()},
                                  hash_of_secret(secret));
    });
    EXPECT_TRUE(added);
    return answer(request("/api/v1/similar?ticket=zendesk/4", {},
                          {{"Authorization", "Bearer " + secret}}))
        .status;
  };
  EXPECT_EQ(with_scope(ApiScope::search_agents), 200);
  EXPECT_EQ(with_scope(ApiScope::tickets_write), 403);
}

}  // namespace
}  // namespace kb
