#include "server/contact/tickets_suggest.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/server/contact/contact_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TicketsSuggest : public ContactFixture {
 protected:
  http::Response send(const std::string& body) const {
    return post_json("/api/v1/tickets/suggest", body);
  }
  json ask(json more) const {
    json question = {{"subject", "Refund"}, {"description", "How long does it take?"}};
    if (more.is_object()) question.update(more);
    return json::parse(send(question.dump()).body);
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
  EXPECT_THAT(found["results"][0]["passage_html"].get<std::string>(), HasSubstr("<p>"));
}

TEST_F(TicketsSuggest, TheFirstCallOpensAFormAndTheOthersNameIt) {
  const auto first = ask({});
  EXPECT_EQ(first["holdout"], false);
  EXPECT_FALSE(first["form"].get<std::string>().empty());
  ask({{"form", first["form"]}, {"description", "How long does it take, please?"}});
  EXPECT_THAT(noted(), ElementsAre("contact_opened offered", "suggestion_shown en/billing/refund"));
}

TEST_F(TicketsSuggest, TheHoldoutStaysInIt) {
  center.next_random = 0;
  const auto first = ask({});
  EXPECT_EQ(first["holdout"], true);
  EXPECT_THAT(first["results"], IsEmpty());
  EXPECT_EQ(first["total"], 0);
  center.next_random = 0.5;
  EXPECT_THAT(ask({{"form", first["form"]}})["results"], IsEmpty());
  EXPECT_THAT(noted(), ElementsAre("contact_opened holdout"));
}

TEST_F(TicketsSuggest, WhatWasReadIsNotAmongThem) {
  Trail trail;
  trail.add({TrailStep::Kind::not_helped, "en", "billing/refund"});
  for (const auto& result : ask({{"t", center.center().events->seal(trail)}})["results"])
    EXPECT_NE(result["id"], "billing/refund");
}

// The form is for everyone: what is for agents stays with agents.
TEST_F(TicketsSuggest, GivesAwayNothingThatIsForAgents) {
  const auto found = send(R"({"subject": "zanzibar", "description": "goodwill refund"})");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, Not(HasSubstr("zanzibar")));
  EXPECT_THAT(found.body, Not(HasSubstr("Goodwill")));
}

TEST_F(TicketsSuggest, SaysWhatIsWrong) {
  EXPECT_EQ(send("x").status, 400);
  EXPECT_EQ(send(R"({"subject": 1})").status, 400);
  EXPECT_EQ(send(R"({"subject": "a", "lang": "no language"})").status, 400);
  EXPECT_EQ(send(R"({"subject": "a", "limit": 21})").status, 400);
  EXPECT_EQ(send(json{{"description", std::string(20'001, 'x')}}.dump()).status, 413);
  EXPECT_EQ(get("/api/v1/tickets/suggest").status, 405);
}

TEST_F(TicketsSuggest, OfNothingIsNothing) {
  const auto found = json::parse(send("{}").body);
  EXPECT_EQ(found["total"], 0);
  EXPECT_TRUE(found["results"].empty());
}

}  // namespace
}  // namespace kb
