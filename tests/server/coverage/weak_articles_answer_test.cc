#include "server/coverage/weak_articles_answer.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/server/coverage/coverage_fixture.h"
#include "tests/server/json_schema.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using insights::Counter;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class WeakArticlesAnswer : public CoverageFixture {
 protected:
  void put_use() {
    put({use("en/orders/late", Counter::views, 20), use("en/orders/late", Counter::visitors, 12),
         use("en/orders/late", Counter::reads, 40),
         use("en/orders/late", Counter::went_to_contact, 20),
         use("en/billing/refund", Counter::reads, 400),
         use("en/billing/refund", Counter::went_to_contact, 40)});
  }
};

TEST_F(WeakArticlesAnswer, GivesReasonsAndNextSteps) {
  put_use();
  const auto page = get("/writer/articles", mihai);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("Late &lt;parcels&gt;"));
  EXPECT_THAT(page.body, HasSubstr("Readers: 12"));
  EXPECT_THAT(page.body, HasSubstr("Last changed: May 1, 2024."));
  EXPECT_THAT(page.body, HasSubstr("Check that it still holds</a>"));
  EXPECT_THAT(page.body, HasSubstr("(20/40; "));
  EXPECT_THAT(page.body, HasSubstr("Other articles: 10.0"));
  EXPECT_THAT(page.body, HasSubstr("Counting began on March 3, 2026"));
}

TEST_F(WeakArticlesAnswer, SaysWhyItIsEmpty) {
  EXPECT_THAT(get("/writer/articles", mihai).body, HasSubstr("No article wants work."));
  EXPECT_THAT(get("/writer/articles", mihai).body, HasSubstr("No reading was counted yet"));
  const auto chosen = get("/writer/articles?reason=flagged", mihai);
  EXPECT_THAT(chosen.body, HasSubstr("No article is like that."));
  EXPECT_THAT(chosen.body, HasSubstr("value=\"flagged\" selected"));
  EXPECT_EQ(get("/writer/articles?reason=tired&page=0", mihai).status, 200);
}

TEST_F(WeakArticlesAnswer, IsTheSameForPrograms) {
  put_use();
  const auto response = get("/api/v1/weak-articles?lang=en", mihai);
  ASSERT_EQ(response.status, 200);
  const json openapi =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  const auto body = json::parse(response.body);
  EXPECT_EQ(schema_violations(openapi, openapi["components"]["schemas"]["WeakArticles"], body), "");
  EXPECT_EQ(body["articles"][0]["article"], "en/orders/late");
  const auto csv = get("/api/v1/weak-articles?format=csv", mihai);
  EXPECT_THAT(csv.body,
              HasSubstr("en/orders/late,Late <parcels>,billing,,2024-05-01,12,outdated,"));
  EXPECT_EQ(get("/api/v1/weak-articles?format=xml", mihai).status, 400);
  const auto refused = get("/api/v1/weak-articles?reason=tired", mihai);
  EXPECT_EQ(refused.status, 400);
  ASSERT_TRUE(refused.problem);
  EXPECT_THAT(refused.problem->detail, HasSubstr("no reason 'tired'"));
}

TEST_F(WeakArticlesAnswer, IsForWriters) {
  const auto ana = logged_in("ana", Role::agent);
  EXPECT_EQ(get("/writer/articles", ana).status, 403);
  EXPECT_EQ(get("/api/v1/weak-articles").status, 401);
}

}  // namespace
}  // namespace kb
