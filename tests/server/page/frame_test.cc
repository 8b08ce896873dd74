#include "server/page/frame.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

TEST(Frame, MarksALanguageOnlyWhereItChanges) {
  const Site site = sample_site("en");
  const Frame frame(renderer(), site);
  nlohmann::json item;
  frame.mark_language(item, "ar");
  EXPECT_EQ(item, (nlohmann::json{{"lang", "ar"}, {"dir", "rtl"}}));
  frame.mark_language(item, "");
  EXPECT_EQ(item, (nlohmann::json{{"lang", ""}, {"dir", ""}}));
}

TEST(Frame, MarksTheSitesLanguageWhenTheInterfaceHasAnother) {
  const Site site = sample_site("sw");
  const Frame frame(renderer(), site);
  EXPECT_EQ(frame.lang(), "en");
  nlohmann::json item;
  frame.mark_language(item, "");
  EXPECT_EQ(item["lang"], "sw");
}

TEST(Frame, NamesLanguagesInTheirOwnWords) {
  const Site site = sample_site("ro");
  const auto model = Frame(renderer(), site).model({});
  ASSERT_EQ(model["languages_here"].size(), 3U);
  EXPECT_EQ(model["languages_here"][1]["name"], "română");
  EXPECT_EQ(model["languages_here"][1]["current"], true);
  EXPECT_EQ(model["languages_here"][2]["name"], "العربية");
}

TEST(Frame, SetsApartTheLanguagesThatLackThePage) {
  Site site = sample_site("en");
  site.languages[2].exists = false;
  const auto model = Frame(renderer(), site).model({});
  EXPECT_EQ(model["languages_here"].size(), 2U);
  EXPECT_EQ(model["languages_elsewhere"][0]["lang"], "ar");
}

TEST(Frame, HasNoLanguageMenuForOneLanguage) {
  Site site = sample_site("en");
  site.languages.resize(1);
  EXPECT_EQ(Frame(renderer(), site).model({})["has_languages"], false);
}

TEST(Frame, PutsTheBasePathBeforeAssets) {
  const Site site = sample_site("en");
  const auto model = Frame(renderer(), site).model({});
  EXPECT_THAT(model["css_url"].get<std::string>(), testing::StartsWith("/help/assets/site.css?v="));
  EXPECT_EQ(model["theme_url"], "");
}

TEST(Direction, FollowsTheScript) {
  EXPECT_EQ(direction("ar"), "rtl");
  EXPECT_EQ(direction("ro"), "ltr");
}

}  // namespace
}  // namespace kb::page
