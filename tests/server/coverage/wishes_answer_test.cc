#include "server/coverage/wishes_answer.h"

#include <fstream>

#include "core/store/deliveries.h"
#include "tests/server/coverage/digest_fixture.h"
#include "tests/server/json_schema.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class WishesAnswer : public DigestFixture {
 protected:
  void put_some() {
    put_wish("1", "dark <mode>");
    put_wish("2", "crashes at start", TicketType::bug);
  }
};

TEST_F(WishesAnswer, SaysWhatToDoWhereThereAreNone) {
  const auto page = get("/writer/wishes", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("No wishes yet."));
  EXPECT_THAT(page.body, HasSubstr("kb-server import"));
}

TEST_F(WishesAnswer, ShowsWishesWithTheirTickets) {
  put_some();
  const auto page = get("/writer/wishes", mihai);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("dark &lt;mode&gt;"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/agent/ticket/desk/1\""));
  const auto bugs = get("/writer/wishes?type=bug", mihai).body;
  EXPECT_THAT(bugs, HasSubstr("crashes at start"));
  EXPECT_THAT(bugs, Not(HasSubstr("dark &lt;mode")));
  EXPECT_THAT(bugs, HasSubstr("/api/v1/wishes?format=csv&amp;type=bug"));
  EXPECT_THAT(get("/writer/wishes?lang=pl", mihai).body, HasSubstr("No wish is like that."));
}

TEST_F(WishesAnswer, TellsPrograms) {
  put_some();
  const auto openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  const auto body = json::parse(get("/api/v1/wishes", mihai).body);
  EXPECT_EQ(schema_violations(openapi, openapi["components"]["schemas"]["Wishes"], body), "");
  EXPECT_THAT(body["wishes"], SizeIs(2));
  const auto csv = get("/api/v1/wishes?format=csv&type=bug", mihai);
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(csv.body, HasSubstr("en,crashes at start,bug,"));
  EXPECT_EQ(get("/api/v1/wishes?format=xml", mihai).status, 400);
  EXPECT_EQ(get("/api/v1/wishes?type=question", mihai).status, 400);
}

TEST_F(WishesAnswer, SendsThemToTheProductTeam) {
  put_some();
  EXPECT_EQ(post("/writer/wishes", {}, mihai).status, 404) << "no webhook is configured";
  EXPECT_THAT(get("/writer/wishes", mihai).body, Not(HasSubstr("product team")));
  center.site.config.gaps.digest_webhook = "https://chat.fernway.example/hook";
  center.start();
  EXPECT_THAT(get("/writer/wishes", mihai).body, HasSubstr("Send them to the product team"));
  EXPECT_EQ(header(post("/writer/wishes", {}, mihai), "Location"),
            "/writer/wishes?done=wishes_sent");
  EXPECT_THAT(audit_log(), Contains("mihai wishes.send https://chat.fernway.example/hook"));
  const auto sent = store().read(
      [&](store::Sql& sql) { return store::due_deliveries(sql, center.site.clock.now(), 9); });
  ASSERT_THAT(*sent, SizeIs(1));
  EXPECT_EQ(sent->at(0).key, "wishes/2026-03-10T12:00:00Z");
  EXPECT_THAT(sent->at(0).payload, HasSubstr("crashes at start"));
}

}  // namespace
}  // namespace kb
