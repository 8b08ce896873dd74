#include "server/json_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "server/http/finish.h"
#include "tests/server/help_center_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const json& openapi() {
  static const json description =
      json::parse(std::ifstream(std::string(KB_SOURCE_FOLDER) + "/templates/openapi.json"));
  return description;
}

class JsonApi : public testing::Test {
 protected:
  JsonApi() {
    auto& site = center.site;
    site.config.site.fallback = {{"ro", {"en"}}};
    auto& answers = site.config.sources.emplace_back();
    answers.kind = SourceKind::answers;
    answers.path = site.folder() / "answers";
    std::filesystem::create_directories(answers.path / "en");
    std::ofstream(answers.path / "en/two-homes.md") << "# Two homes\n\nOne plan covers refunds.\n";
    site.write("en/billing/refund.md",
               "---\ntitle: How refunds <work>\nsummary: Within 14 days.\ntags: [money]\n"
               "applies_to: [\"plan:home\"]\nupdated: 2026-03-14\n---\n"
               "Refunds & \"more\".\n\n## How long\n\nA week, see [parcels](../parcel.md).\n");
    site.write("ro/billing/refund.md",
               "# Rambursare\n\nRefund în 14 zile.\n\n## Cât durează\n\nO "
               "săptămână.\n");
    site.write("en/parcel.md", "# Parcels\n\nA refund of <script>alert(1)</script> parcels.\n");
    site.write("en/secret.md", "---\naudience: agents\ntitle: Zanzibar\n---\nzanzibar refund\n");
    site.write("en/old.md", "---\nexpires_at: 2026-01-02\n---\nAn old refund.\n");
    center.publish();
  }

  // The answer as it is sent; it must be as described for this path and status.
  http::Response answer(const std::string& target, const std::string& path) {
    http::Gzip gzip;
    auto response = http::finish(center.get(target), HelpCenterFixture::request(target), gzip);
    const auto& described = openapi()["paths"][path]["get"]["responses"];
    const auto status = std::to_string(response.status);
    EXPECT_TRUE(described.contains(status)) << path << " answers " << status;
    if (!described.contains(status)) return response;
    json expected = described[status];
    if (expected.contains("$ref"))
      expected = openapi().at(json::json_pointer(expected["$ref"].get<std::string>().substr(1)));
    const auto type = header(response, "Content-Type");
    EXPECT_TRUE(expected["content"].contains(type)) << path << " " << status << " is " << type;
    EXPECT_EQ(schema_violations(openapi(), expected["content"][type]["schema"],
                                json::parse(response.body)),
              "")
        << target;
    return response;
  }
  json search(const std::string& parameters, int status = 200) {
    const auto response = answer("/api/v1/search?" + parameters, "/api/v1/search");
    EXPECT_EQ(response.status, status) << parameters;
    return json::parse(response.body);
  }
  json article(const std::string& place, int status = 200) {
    const auto response = answer("/api/v1/articles/" + place, "/api/v1/articles/{lang}/{id}");
    EXPECT_EQ(response.status, status) << place;
    return json::parse(response.body);
  }
  static std::vector<std::string> places(const json& found) {
    std::vector<std::string> places;
    for (const auto& result : found["results"])
      places.push_back(result["lang"].get<std::string>() + "/" + result["id"].get<std::string>());
    return places;
  }

  HelpCenterFixture center;
};

TEST_F(JsonApi, SearchesAsDescribed) {
  const auto found = search("q=how+long+refunds&lang=en");
  EXPECT_EQ(found["query"], "how long refunds");
  EXPECT_EQ(found["corrected_query"], nullptr);
  EXPECT_EQ(found["lang"], "en");
  EXPECT_EQ(found["generation"], 1);
  EXPECT_EQ(found["query_id"], "4f1d8a90c2b3e456");
  EXPECT_FALSE(found.contains("total_is_lower_bound"));
  const auto& first = found["results"].at(0);
  EXPECT_EQ(first["id"], "billing/refund");
  EXPECT_EQ(first["section"], json({{"title", "How long"}, {"anchor", "how-long"}}));
  EXPECT_EQ(first["url"], "/en/a/billing/refund#how-long");
  EXPECT_EQ(first["kind"], "article");
  EXPECT_EQ(first["fallback"], false);
}

TEST_F(JsonApi, GivesTheReadersLanguageFirstThenFallbacks) {
  const auto found = search("q=refund&lang=RO");
  EXPECT_EQ(found["lang"], "ro");
  EXPECT_EQ(places(found).at(0), "ro/billing/refund");
  EXPECT_EQ(found["results"][0]["fallback"], false);
  EXPECT_EQ(found["results"][1]["fallback"], true);
  // Each article once, however many languages have it.
  EXPECT_THAT(places(found), Not(testing::Contains("en/billing/refund")));
  EXPECT_EQ(found["total"], found["results"].size());
  EXPECT_THAT(places(search("q=refund&lang=ro&scope=language")), ElementsAre("ro/billing/refund"));
  EXPECT_EQ(places(search("q=refund&lang=ro&scope=all")), places(found));
  EXPECT_EQ(search("q=refund&lang=fr&scope=all")["total"], found["total"]);
}

TEST_F(JsonApi, PagesThroughAllResults) {
  const auto all = places(search("q=refund&lang=ro"));
  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset <= all.size(); ++offset) {
    const auto page = search("q=refund&lang=ro&limit=1&offset=" + std::to_string(offset));
    EXPECT_EQ(page["total"], all.size());
    for (const auto& place : places(page)) paged.push_back(place);
  }
  EXPECT_EQ(paged, all);
}

TEST_F(JsonApi, FiltersByCategory) {
  EXPECT_THAT(places(search("q=refund&category=billing")), ElementsAre("en/billing/refund"));
  EXPECT_THAT(places(search("q=refund&category=nonsense")), IsEmpty());
}

TEST_F(JsonApi, KeepsWhatIsNotForEveryone) {
  EXPECT_THAT(places(search("q=zanzibar")), IsEmpty());
  article("en/secret", 404);
  EXPECT_THAT(places(search("q=refund")), testing::Contains("en/old"));
  center.site.clock.advance(std::chrono::hours{24});
  EXPECT_THAT(places(search("q=refund")), Not(testing::Contains("en/old")));
  article("en/old", 404);
}

TEST_F(JsonApi, EscapesAllButMarks) {
  for (const auto* query : {"q=refunds+more", "q=script", "q=alert", "q=parcels"}) {
    const auto found = search(query);
    for (const auto& result : found["results"]) {
      auto snippet = result["snippet_html"].get<std::string>();
      for (const std::string mark : {"<mark>", "</mark>"})
        for (auto at = snippet.find(mark); at != snippet.npos; at = snippet.find(mark))
          snippet.erase(at, mark.size());
      EXPECT_THAT(snippet, Not(HasSubstr("<"))) << query;
    }
  }
}

TEST_F(JsonApi, RefusesParametersThatAreNone) {
  for (const auto* bad : {"limit=0", "limit=101", "limit=-1", "limit=ten", "limit=1e2",
                          "limit=99999999999999999999", "limit=1%00", "offset=10001", "offset=-1",
                          "lang=klingon", "lang=%00", "scope=world", "lang=../etc"}) {
    const auto problem = search(std::string("q=refund&") + bad, 400);
    EXPECT_EQ(problem["title"], "Bad Request");
    EXPECT_EQ(problem["request_id"], "4f1d8a90c2b3e456");
  }
}

TEST_F(JsonApi, AnswersAnyQuery) {
  std::string long_query = "q=";
  for (int i = 0; i < 1500; ++i) long_query += "word" + std::to_string(i) + "+";
  for (const std::string& query : {std::string(""),
                                   std::string("q="),
                                   std::string("q=%20"),
                                   std::string("q=%22"),
                                   std::string("q=%22%22%22"),
                                   std::string("q=-"),
                                   std::string("q=-refund"),
                                   std::string("q=--+-%22a"),
                                   std::string("q=((("),
                                   std::string("q=*"),
                                   std::string("q=a*+AND+(OR"),
                                   std::string("q=%00refund%00"),
                                   std::string("q=%FF%FE"),
                                   std::string("q=XAPIAN:1+Qx+title:"),
                                   std::string("q=%F0%9F%98%80"),
                                   std::string("q=%E8%BF%94%E9%87%91&lang=ja"),
                                   std::string("q=refund&q=again"),
                                   std::string("q=e%CC%81%CC%81%CC%81%CC%81"),
                                   std::string("q=%E2%80%AE%E2%80%8B"),
                                   std::string("q=refund&lang=en&category=%00%FF"),
                                   std::string("q=") + std::string(4000, 'a'),
                                   long_query})
    search(query);
  EXPECT_EQ(search("q=refund&limit=&offset=&lang=&scope=")["lang"], "en");
}

TEST_F(JsonApi, GivesArticlesAsDescribed) {
  const auto found = article("en/billing/refund");
  EXPECT_EQ(found["title"], "How refunds <work>");
  EXPECT_EQ(found["summary"], "Within 14 days.");
  EXPECT_EQ(found["category"], "billing");
  EXPECT_EQ(found["tags"], json({"money"}));
  EXPECT_EQ(found["applies_to"], json({"plan:home"}));
  EXPECT_EQ(found["updated"], "2026-03-14");
  EXPECT_EQ(found["sections"],
            json::array({{{"anchor", "how-long"}, {"title", "How long"}, {"level", 2}}}));
  EXPECT_THAT(found["html"].get<std::string>(), HasSubstr("href=\"/en/a/parcel\""));
  EXPECT_THAT(found["html"].get<std::string>(), Not(HasSubstr("kb-")));
  ASSERT_EQ(found["translations"].size(), 2U);
  EXPECT_EQ(found["translations"][1]["url"], "/ro/a/billing/refund");

  EXPECT_EQ(article("EN/two-homes")["kind"], "answer");
  EXPECT_EQ(article("en/two-homes")["url"], "/en/answers/two-homes");
  EXPECT_EQ(article("en/parcel")["updated"], nullptr);
}

TEST_F(JsonApi, KnowsNoOtherArticle) {
  for (const auto* place : {"en/nothing", "fr/billing/refund", "ro/parcel", "klingon/a", "en",
                            "en/", "", "en/billing/refund/", "en/../secret"})
    article(place, 404);
}

TEST_F(JsonApi, IsReadyAsDescribed) {
  const auto ready = json::parse(answer("/readyz", "/readyz").body);
  EXPECT_EQ(ready["languages"], json({"en", "ro"}));
}

TEST_F(JsonApi, SaysSoWithoutAnIndex) {
  HelpCenterFixture empty;
  std::swap(center.site.config.index.path, empty.site.config.index.path);
  center.start();
  search("q=refund", 503);
  article("en/parcel", 503);
  EXPECT_EQ(answer("/readyz", "/readyz").status, 503);
  EXPECT_NE(header(center.get("/api/v1/search?q=a"), "Retry-After"), "");
}

// A damaged index must never look like "no results".
TEST_F(JsonApi, FailsOnABrokenIndex) {
  const auto folder = center.site.live()->database({"en", Audience::everyone})->folder;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".glass") std::filesystem::resize_file(file.path(), 10);
  const auto response = answer("/api/v1/search?q=refund", "/api/v1/search");
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.fault, HasSubstr(folder.parent_path().string()));
  EXPECT_THAT(response.body, Not(HasSubstr(folder.parent_path().string())));
}

// Each example of the description is as described.
TEST(OpenApi, HoldsItsOwnExamples) {
  int examples = 0;
  const auto check = [&](const json& content) {
    for (const auto& [type, body] : content.items()) {
      ASSERT_TRUE(body.contains("example")) << body.dump();
      EXPECT_EQ(schema_violations(openapi(), body["schema"], body["example"]), "");
      ++examples;
    }
  };
  for (const auto& [path, item] : openapi()["paths"].items())
    for (const auto& [method, operation] : item.items())
      for (const auto& [status, response] : operation["responses"].items())
        if (response.contains("content") && path != "/openapi.json") check(response["content"]);
  for (const auto& [name, response] : openapi()["components"]["responses"].items())
    check(response["content"]);
  EXPECT_EQ(examples, 39);
}

TEST(JsonSchema, FindsWhatIsWrong) {
  const json schema = json::parse(R"({"type": "object", "required": ["a", "b"],
      "additionalProperties": false, "properties": {
        "a": {"type": "integer", "minimum": 1}, "b": {"type": ["string", "null"], "pattern": "^/"},
        "c": {"type": "array", "maxItems": 1, "items": {"enum": ["x"]}}, "d": {"odd": 1}}})");
  const auto violations = [&](const char* value) {
    return schema_violations(json::object(), schema, json::parse(value));
  };
  EXPECT_EQ(violations(R"({"a": 1, "b": "/x", "c": ["x"]})"), "");
  EXPECT_EQ(violations(R"({"a": 1, "b": null})"), "");
  EXPECT_EQ(violations("[]"), "$: expected \"object\"\n");
  EXPECT_EQ(violations(R"({"a": 0, "b": "x"})"),
            "$.a: breaks minimum 1\n$.b: breaks pattern \"^/\"\n");
  EXPECT_EQ(violations(R"({"a": 1.5})"), "$: lacks b\n$.a: expected \"integer\"\n");
  EXPECT_EQ(violations(R"({"a": 1, "b": null, "c": ["x", "y"], "e": 1})"),
            "$.c[1]: breaks enum [\"x\"]\n$.c: breaks maxItems 1\n$: unknown e\n");
  EXPECT_EQ(violations(R"({"a": 1, "b": null, "d": 1})"),
            "$.d: the schema has an unknown keyword odd\n");
}

}  // namespace
}  // namespace kb
