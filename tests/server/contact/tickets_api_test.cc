#include "server/contact/tickets_api.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/server/contact/contact_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;

class TicketsApi : public ContactFixture {
 protected:
  http::Response take(json more) const {
    json ticket = {{"subject", "Refund takes long"},
                   {"description", "My refund has not reached my card."},
                   {"email", "ana@example.com"},
                   {"lang", "en"}};
    if (more.is_object()) ticket.update(more);
    return post_json("/api/v1/tickets", ticket.dump());
  }
  json schema_of(const http::Response& response) const {
    const auto* name = response.status < 300 ? "SentTicket" : "Problem";
    return openapi["components"]["schemas"][name];
  }

  const json openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
};

TEST_F(TicketsApi, MakesATicketWithItsPage) {
  const auto response = take({{"page_url", "https://shop.example/orders?id=7"}});
  ASSERT_EQ(response.status, 201) << response.body;
  const auto made = json::parse(response.body);
  EXPECT_EQ(schema_violations(openapi, schema_of(response), made), "");
  EXPECT_EQ(made["number"], 1001);
  EXPECT_EQ(header(response, "Location"), made["url"]);
  const std::string url = made["url"];
  EXPECT_EQ(get(url.substr(url.find("/en/"))).status, 200);
  EXPECT_EQ(tickets()[0].channel, "api");
  EXPECT_EQ(tickets()[0].page, "https://shop.example/orders");
  EXPECT_THAT(noted(), Contains("ticket_submitted api"));
}

// A widget keeps the steps in its page: nobody tells the team again what they tried.
TEST_F(TicketsApi, TakesWhatTheProductKnowsOfTheWayHere) {
  const json steps = {{{"kind", "searched"}, {"lang", "en"}, {"what", "refund of ana@example.com"}},
                      {{"kind", "read"}, {"lang", "en"}, {"what", "billing/refund"}},
                      {{"kind", "read"}, {"lang", "en"}, {"what", "secret"}},
                      {{"kind", "not_helped"}, {"lang", "en"}, {"what", "no/such"}}};
  ASSERT_EQ(
      take({{"trail", {{"steps", steps}, {"from", "https://shop.example/orders?id=7"}}}}).status,
      201);
  const auto kept = json::parse(tickets()[0].trail);
  EXPECT_EQ(kept["from"], "https://shop.example/orders");
  ASSERT_EQ(kept["steps"].size(), 2U);
  EXPECT_EQ(kept["steps"][0]["what"].get<std::string>().find("ana@"), std::string::npos);
  EXPECT_EQ(kept["steps"][1]["what"], "billing/refund");
  EXPECT_EQ(take({{"trail", "no object"}}).status, 400);
  EXPECT_EQ(take({{"trail", {{"steps", {1}}}}}).status, 400);
}

TEST_F(TicketsApi, SentTwiceIsOneTicket) {
  const auto first = json::parse(take({{"idempotency_key", "7f3c"}}).body);
  const auto again = take({{"idempotency_key", "7f3c"}, {"subject", "Refund, again"}});
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(json::parse(again.body), first);
  const auto form = center.center().contact->seal(opening);
  EXPECT_EQ(take({{"form", form}}).status, 201);
  EXPECT_EQ(take({{"form", form}}).status, 200);
  EXPECT_EQ(tickets().size(), 2U);
}

TEST_F(TicketsApi, NamesEachFieldThatIsWrong) {
  const auto response =
      take({{"subject", ""}, {"email", "ana"}, {"form", "x"}, {"lang", "klingon!"}});
  ASSERT_EQ(response.status, 422);
  EXPECT_EQ(response.content_type, "application/problem+json");
  const auto problem = json::parse(response.body);
  EXPECT_EQ(schema_violations(openapi, schema_of(response), problem), "");
  std::string fields;
  for (const auto& error : problem["errors"]) fields += error["field"].get<std::string>() + " ";
  EXPECT_EQ(fields, "subject email lang form ");
  EXPECT_TRUE(tickets().empty());
}

TEST_F(TicketsApi, SaysWhatIsNoTicket) {
  EXPECT_EQ(post_json("/api/v1/tickets", "x").status, 400);
  EXPECT_EQ(take({{"subject", 1}}).status, 400);
  EXPECT_EQ(get("/api/v1/tickets").status, 405);
  center.site.config.contact.form = false;
  center.start();
  center.refresh();
  EXPECT_EQ(take({}).status, 404);
}

TEST_F(TicketsApi, OneCustomerHasToWaitOthersDoNot) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(take({{"idempotency_key", std::to_string(i)}}).status, 201);
  const auto refused = take({{"idempotency_key", "5"}});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header(refused, "Retry-After"), "600");
  EXPECT_EQ(take({{"email", "ion@example.com"}}).status, 201);
}

TEST_F(TicketsApi, WithoutTheStoreNothingIsPromised) {
  ASSERT_TRUE(store().write(
      [](store::Sql& sql) { return sql.change("ALTER TABLE contact_tickets RENAME TO gone"); }));
  const auto response = take({});
  EXPECT_EQ(response.status, 503);
  ASSERT_TRUE(response.problem);
  EXPECT_THAT(response.problem->detail, HasSubstr("not kept"));
}

}  // namespace
}  // namespace kb
