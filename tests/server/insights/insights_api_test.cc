#include "server/insights/insights_api.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/store/api_tokens.h"
#include "tests/server/insights/insights_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class InsightsApi : public InsightsFixture {
 protected:
  // As templates/openapi.json describes it.
  static json checked(const http::Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    const json openapi =
        json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
    const auto& schemas = openapi["components"]["schemas"];
    const auto body = json::parse(response.body);
    EXPECT_EQ(schema_violations(openapi, schemas["Insights"], body), "");
    for (const auto& [name, figure] : body["figures"].items())
      EXPECT_EQ(schema_violations(openapi, schemas["InsightFigure"], figure, name), "");
    return body;
  }
};

TEST_F(InsightsApi, AnswersAsDescribed) {
  put_visits();
  const auto report = checked(get("/api/v1/insights?from=2026-03-02&to=2026-03-08&by=lang", mihai));
  EXPECT_EQ(report["figures"]["sessions"]["value"], 10);
  EXPECT_EQ(report["figures"]["deflection"]["from"], 0.25);
  EXPECT_EQ(report["figures"]["deflection"]["to"], 0.5);
  EXPECT_EQ(report["groups"][0]["name"], "en");
  EXPECT_EQ(report["queries"]["top"][0]["query"], "late <parcel>");
}

TEST_F(InsightsApi, AnswersWithoutData) {
  const auto report = checked(get("/api/v1/insights", mihai));
  EXPECT_EQ(report["data_from"], nullptr);
  EXPECT_EQ(report["figures"]["sessions"]["value"], nullptr);
}

TEST_F(InsightsApi, AnswersAsCsv) {
  put_visits();
  const auto csv = get("/api/v1/insights?from=2026-03-02&to=2026-03-08&format=csv", mihai);
  EXPECT_EQ(csv.status, 200);
  EXPECT_THAT(csv.content_type, StartsWith("text/csv"));
  EXPECT_THAT(header(csv, "Content-Disposition"), HasSubstr("insights-2026-03-02-2026-03-08.csv"));
  EXPECT_EQ(csv.cache_control, "no-store");
  EXPECT_THAT(csv.body, StartsWith("section,name,from,figure,"));
}

TEST_F(InsightsApi, SaysWhatIsWrong) {
  for (const auto& [target, detail] : std::vector<std::pair<std::string, std::string>>{
           {"?from=monday", "not a day: 'monday'"},
           {"?by=langs", "by: no figures by 'langs'; did you mean `lang`?"},
           {"?step=year", "no step 'year'"},
           {"?format=xml", "`format` must be json or csv"}}) {
    const auto refused = get("/api/v1/insights" + target, mihai);
    EXPECT_EQ(refused.status, 400) << target;
    ASSERT_TRUE(refused.problem);
    EXPECT_THAT(refused.problem->detail, HasSubstr(detail));
  }
}

TEST_F(InsightsApi, IsForWritersAndProgramsThatMay) {
  EXPECT_EQ(get("/api/v1/insights", logged_in("ana", Role::agent)).status, 403);
  EXPECT_EQ(get("/api/v1/insights").status, 401);
  const auto with_scope = [&](ApiScope scope) {
    const auto secret = random_token();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_api_token(sql,
                                  {.name = "figures",
                                   .scopes = {std::string(scope_name(scope))},
                                   .created_by = "root",
                                   .created = center.site.clock.now()},
                                  hash_of_secret(secret));
    });
    EXPECT_TRUE(added);
    return answer(request("/api/v1/insights", {}, {{"Authorization", "Bearer " + secret}})).status;
  };
  EXPECT_EQ(with_scope(ApiScope::reports_read), 200);
  EXPECT_EQ(with_scope(ApiScope::tickets_write), 403);
}

}  // namespace
}  // namespace kb
