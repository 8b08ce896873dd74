#include "server/agent/tickets_suggest.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/server/agent/agent_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class TicketsSuggest : public AgentFixture {
 protected:
  http::Response send(const std::string& body) const {
    auto sent = request("/api/v1/tickets/suggest");
    sent.method = "POST";
    sent.body = body;
    return answer(sent);
  }
};

TEST_F(TicketsSuggest, AnswersAsItIsDescribed) {
  const auto response = send(R"({"subject": "Refund", "description": "It takes long",)"
                             R"( "lang": "en", "page_url": "https://shop.example/orders"})");
  ASSERT_EQ(response.status, 200) << response.body;
  EXPECT_EQ(response.cache_control, "no-store");
  const json openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  const auto& schema = openapi["paths"]["/api/v1/tickets/suggest"]["post"]["responses"]["200"]
                              ["content"]["application/json"]["schema"];
  const auto found = json::parse(response.body);
  EXPECT_EQ(schema_violations(openapi, schema, found), "");
  EXPECT_EQ(found["results"][0]["id"], "billing/refund");
}

// The form is for everyone: agents' passages, agents' articles and tickets stay with agents.
TEST_F(TicketsSuggest, GivesAwayNothingThatIsForAgents) {
  for (const auto* words : {"zanzibar", "voucher for the delay", "robocze odbioru paczki"}) {
    const auto found = send(json{{"subject", words}, {"description", words}}.dump());
    EXPECT_EQ(found.status, 200);
    EXPECT_THAT(found.body, Not(HasSubstr("zanzibar")));
    EXPECT_THAT(found.body, Not(HasSubstr("oucher")));
    EXPECT_THAT(found.body, Not(HasSubstr("zendesk")));
    EXPECT_THAT(found.body, Not(HasSubstr("secret")));
  }
}

TEST_F(TicketsSuggest, SaysWhatIsWrong) {
  EXPECT_EQ(send("x").status, 400);
  EXPECT_EQ(send(R"({"subject": 1})").status, 400);
  EXPECT_EQ(send(R"({"subject": "a", "lang": "no language"})").status, 400);
  EXPECT_EQ(send(R"({"subject": "a", "limit": 21})").status, 400);
  EXPECT_EQ(send(json{{"description", std::string(20'001, 'x')}}.dump()).status, 413);
  EXPECT_EQ(StaffFixture::get("/api/v1/tickets/suggest").status, 405);
}

TEST_F(TicketsSuggest, OfNothingIsNothing) {
  const auto found = json::parse(send("{}").body);
  EXPECT_EQ(found["total"], 0);
  EXPECT_TRUE(found["results"].empty());
}

}  // namespace
}  // namespace kb
