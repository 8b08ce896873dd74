#include "server/context/widget_api.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>

#include "server/page/assets.h"
#include "tests/server/contact/contact_fixture.h"
#include "tests/server/json_schema.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr std::size_t kLargestWidget = 20 * 1024;  // bytes, compressed

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(KB_SOURCE_FOLDER) + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

class WidgetApi : public ContactFixture {
 protected:
  json ask(const std::string& parameters) const {
    const auto response = get("/api/v1/widget" + parameters);
    EXPECT_EQ(response.status, 200) << response.body;
    const auto openapi = json::parse(text_of("/templates/openapi.json"));
    auto body = json::parse(response.body, nullptr, false);
    EXPECT_EQ(schema_violations(openapi, openapi["components"]["schemas"]["WidgetStart"], body),
              "");
    return body;
  }
};

TEST_F(WidgetApi, SpeaksTheLanguageOfThePage) {
  EXPECT_EQ(ask("?lang=pl")["texts"]["open"], "Pomoc");
  EXPECT_EQ(ask("?lang=ar")["dir"], "rtl");
  EXPECT_EQ(ask("?lang=pt-BR")["lang"], "en");
  EXPECT_EQ(ask("")["lang"], "en");
  EXPECT_EQ(ask("?lang=pl-PL")["content_lang"], "pl");
  EXPECT_EQ(ask("?lang=de")["content_lang"], "en");
  EXPECT_EQ(get("/api/v1/widget?lang=klingon!").status, 400);
  EXPECT_EQ(ask("")["texts"]["sent"], "Your message no. {number} was sent");
}

TEST_F(WidgetApi, SaysHowToReachTheTeam) {
  EXPECT_EQ(ask("?lang=pl")["contact"], "form");
  EXPECT_EQ(ask("?lang=pl")["contact_url"], "/pl/contact");
  center.site.config.contact.form = false;
  center.start();
  center.refresh();
  EXPECT_EQ(ask("")["contact"], "none");
  center.site.config.site.contact = "mailto:help@help.example";
  EXPECT_EQ(ask("")["contact"], "link");
  EXPECT_EQ(ask("")["contact_url"], "mailto:help@help.example");
}

// What stands in the script and not in the answer would be "undefined" on a customer's screen.
TEST_F(WidgetApi, HasEveryWordOfTheWidget) {
  const auto texts = ask("")["texts"];
  const auto script = text_of("/templates/assets/widget.js");
  const std::regex word(R"(\b(?:this\.#)?words\.([A-Za-z]+))");
  int found = 0;
  for (auto it = std::sregex_iterator(script.begin(), script.end(), word);
       it != std::sregex_iterator(); ++it, ++found)
    EXPECT_TRUE(texts.contains((*it)[1].str())) << (*it)[1];
  EXPECT_GT(found, 30);
}

TEST_F(WidgetApi, IsSmall) {
  const auto* widget = center.center().renderer.assets().find("widget.js");
  ASSERT_NE(widget, nullptr);
  EXPECT_GT(widget->gzip_body.size(), 1000U);
  EXPECT_LT(widget->gzip_body.size(), kLargestWidget);
  EXPECT_EQ(get("/assets/widget.js").cache_control, "public, max-age=600");
}

}  // namespace
}  // namespace kb
