#include "server/coverage/translations_answer.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/server/coverage/coverage_fixture.h"
#include "tests/server/json_schema.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Translations : public CoverageFixture {};

TEST_F(Translations, ShowEachCellWithItsDemandAndWork) {
  put_demand();
  const auto page = get("/writer/translations", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("Late &lt;parcels&gt;</a></th><td class=\"number\">7</td>"));
  EXPECT_THAT(page.body, HasSubstr("Visitors who asked: 7"));
  EXPECT_THAT(page.body, HasSubstr("Views: 20"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/writer/translations/draft?id=orders%2Flate&amp;"
                                   "from=en&amp;lang=pl\">Start translation</a>"));
  EXPECT_THAT(page.body, HasSubstr("Older than the original"));
}

TEST_F(Translations, AreChosenFrom) {
  const auto stale = get("/writer/translations?state=stale&lang=pl", mihai);
  EXPECT_THAT(stale.body, HasSubstr("Refunds"));
  EXPECT_THAT(stale.body, Not(HasSubstr("Late &lt;parcels&gt;")));
  EXPECT_THAT(stale.body, HasSubstr("lang=pl&amp;state=stale"));
  EXPECT_THAT(get("/writer/translations?category=none", mihai).body,
              HasSubstr("No article is like that."));
  EXPECT_EQ(get("/writer/translations?state=nonsense&page=-3", mihai).status, 200);
}

TEST_F(Translations, ShowTheLastPageBeyondTheLast) {
  EXPECT_THAT(get("/writer/translations?page=9", mihai).body, HasSubstr("Refunds"));
}

TEST_F(Translations, SayThatAllIsDone) {
  write("pl/billing/refund", "Zwroty", "2026-02-02", "Oddajemy.");
  write("pl/orders/late", "Opóźnienia", "2026-02-02", "Szukamy.");
  center.publish();
  EXPECT_THAT(get("/writer/translations", mihai).body, HasSubstr("Every article is translated"));
}

TEST_F(Translations, AreTheSameForPrograms) {
  put_demand();
  const auto response = get("/api/v1/translations?lang=pl", mihai);
  ASSERT_EQ(response.status, 200);
  const json openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  const auto body = json::parse(response.body);
  EXPECT_EQ(schema_violations(openapi, openapi["components"]["schemas"]["Translations"], body), "");
  EXPECT_EQ(body["articles"][0]["id"], "orders/late");
  EXPECT_EQ(body["articles"][0]["unmet"], 7);
  EXPECT_EQ(body["articles"][0]["cells"][0]["clicks"], 3);
  const auto csv = get("/api/v1/translations?format=csv", mihai);
  EXPECT_THAT(header(csv, "Content-Disposition"), HasSubstr("translations.csv"));
  EXPECT_EQ(get("/api/v1/translations?format=xml", mihai).status, 400);
  EXPECT_EQ(get("/api/v1/translations?state=old", mihai).status, 400);
}

TEST_F(Translations, AreForWriters) {
  const auto ana = logged_in("ana", Role::agent);
  EXPECT_EQ(get("/writer/translations", ana).status, 403);
  EXPECT_EQ(get("/api/v1/translations", ana).status, 403);
  EXPECT_EQ(get("/api/v1/translations").status, 401);
}

}  // namespace
}  // namespace kb
