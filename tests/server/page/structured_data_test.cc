#include "server/page/structured_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::page {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

json read(const ArticleFactsForEngines& facts) {
  return json::parse(structured_data(facts));
}

TEST(StructuredData, TellsTheArticleAndTheWayToIt) {
  const auto data = read({.title = "Get a refund",
                          .description = "Your money back",
                          .url = "https://help.example/en/a/refund",
                          .lang = "en",
                          .updated = parse_time("2026-04-02").value(),
                          .publisher = "Fernway",
                          .section = "Billing",
                          .breadcrumb = {{"Fernway", "https://help.example/en/"},
                                         {"Billing", "https://help.example/en/c/billing"}}});
  EXPECT_EQ(data["@context"], "https://schema.org");
  const auto& article = data["@graph"][0];
  EXPECT_EQ(article["@type"], "Article");
  EXPECT_EQ(article["headline"], "Get a refund");
  EXPECT_EQ(article["dateModified"], "2026-04-02");
  EXPECT_EQ(article["inLanguage"], "en");
  EXPECT_EQ(article["articleSection"], "Billing");
  EXPECT_EQ(article["publisher"]["name"], "Fernway");
  const auto& steps = data["@graph"][1]["itemListElement"];
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[1]["position"], 2);
  EXPECT_EQ(steps[1]["item"], "https://help.example/en/c/billing");
  EXPECT_EQ(steps[2]["name"], "Get a refund");
}

TEST(StructuredData, LeavesOutWhatIsNotKnown) {
  const auto article = read({.title = "Bare", .lang = "en"})["@graph"][0];
  for (const char* key : {"description", "url", "image", "dateModified", "publisher"}) {
    EXPECT_FALSE(article.contains(key)) << key;
  }
}

class InertData : public testing::TestWithParam<std::string> {};

TEST_P(InertData, NeitherEndsItsScriptNorOpensAComment) {
  const std::string& text = GetParam();
  const ArticleFactsForEngines facts = {
      .title = text, .description = text, .url = text, .lang = "en", .publisher = text};
  const auto written = structured_data(facts);
  for (const char* dangerous : {"<", ">", "</", "<!--", "&"}) {
    EXPECT_THAT(written, Not(HasSubstr(dangerous)));
  }
  EXPECT_EQ(read(facts)["@graph"][0]["headline"], text);
}

INSTANTIATE_TEST_SUITE_P(Texts, InertData,
                         testing::Values("</script><script>alert(1)</script>", "<!-- <script>",
                                         "]]> &amp; \"quoted\" \\ {{t.x}}", "\u2028 ș"));

TEST(StructuredData, SurvivesWhatIsNotUtf8) {
  EXPECT_NO_THROW(structured_data({.title = "\xff", .lang = "en"}));
}

}  // namespace
}  // namespace kb::page
