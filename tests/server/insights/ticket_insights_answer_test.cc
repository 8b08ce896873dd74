#include "server/insights/ticket_insights_answer.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/store/ticket_table.h"
#include "tests/server/insights/insights_fixture.h"
#include "tests/server/json_schema.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class TicketInsights : public InsightsFixture {
 protected:
  void put_tickets() {
    std::vector<Ticket> tickets(3);
    for (std::size_t i = 0; i < tickets.size(); ++i) {
      tickets[i].source = "desk";
      tickets[i].id = std::to_string(i);
      tickets[i].lang = i == 0 ? "pl" : "en";
      tickets[i].topic = i == 0 ? "<hub>" : "refund";
      tickets[i].created = insights::at("2026-03-03T09:00:00Z");
      tickets[i].status = TicketStatus::open;
    }
    const auto done =
        store().write([&](store::Sql& sql) { return store::put_tickets(sql, tickets); });
    EXPECT_TRUE(done) << to_line(done.error());
  }
};

TEST_F(TicketInsights, SayThatThereIsNothingYet) {
  const auto page = get("/writer/tickets", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("There are no tickets of this period."));
}

TEST_F(TicketInsights, AreShownAsTables) {
  put_tickets();
  const auto page = get("/writer/tickets?from=2026-03-02&to=2026-03-08&by=lang", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("<table data-chart=\"bar\">"));
  EXPECT_THAT(page.body, HasSubstr("<bdi>&lt;hub&gt;</bdi>"));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"lang\" selected>"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/api/v1/insights/tickets?from=2026-03-02"
                                   "&amp;to=2026-03-08&amp;by=lang&amp;format=csv\""));
}

TEST_F(TicketInsights, AreChosenByTopicAndLanguage) {
  put_tickets();
  const auto arrived = [&](const std::string& more) {
    const auto report = json::parse(
        get("/api/v1/insights/tickets?from=2026-03-02&to=2026-03-08" + more, mihai).body);
    return report["figures"]["arrived"]["value"];
  };
  EXPECT_EQ(arrived(""), 3);
  EXPECT_EQ(arrived("&topic=refund"), 2);
  EXPECT_EQ(arrived("&lang=pl"), 1);
  EXPECT_EQ(arrived("&topic=unheard"), nullptr);
}

// As templates/openapi.json describes them, with tickets and without.
TEST_F(TicketInsights, AnswerProgramsAsDescribed) {
  const auto openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  const auto& schema = openapi["components"]["schemas"]["TicketInsights"];
  const auto violations = [&] {
    const auto answered =
        get("/api/v1/insights/tickets?from=2026-03-02&to=2026-03-08&by=team", mihai);
    return schema_violations(openapi, schema, json::parse(answered.body));
  };
  EXPECT_EQ(violations(), "");
  put_tickets();
  EXPECT_EQ(violations(), "");
}

TEST_F(TicketInsights, AreThereForProgramsAsCsv) {
  put_tickets();
  const auto csv = get("/api/v1/insights/tickets?from=2026-03-02&to=2026-03-08&format=csv", mihai);
  EXPECT_EQ(csv.status, 200);
  EXPECT_THAT(csv.body, StartsWith("section,name,from,figure,"));
  EXPECT_THAT(header(csv, "Content-Disposition"), HasSubstr("tickets-2026-03-02-2026-03-08.csv"));
}

TEST_F(TicketInsights, SayWhatIsWrong) {
  const auto page = get("/writer/tickets?by=<b>", mihai);
  EXPECT_EQ(page.status, 400);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("no figures by &apos;&lt;b&gt;&apos;"));
  for (const auto* question : {"?from=monday", "?by=teams", "?lang=!!", "?format=xml"})
    EXPECT_EQ(get(std::string("/api/v1/insights/tickets") + question, mihai).status, 400)
        << question;
}

TEST_F(TicketInsights, AreForWriters) {
  EXPECT_EQ(get("/writer/tickets", logged_in("ana", Role::agent)).status, 403);
  EXPECT_EQ(get("/api/v1/insights/tickets").status, 401);
}

}  // namespace
}  // namespace kb
