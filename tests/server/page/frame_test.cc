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
  EXPECT_THAT(model["js_url"].get<std::string>(), testing::StartsWith("/help/assets/site.js?v="));
  EXPECT_EQ(model["theme_url"], "");
}

// site.js fetches what these name, once somebody goes to the search box.
TEST(Frame, TellsTheSearchBoxHowToSuggest) {
  const Site site = sample_site("ro");
  const Frame frame(renderer(), site);
  auto model = frame.model({});
  EXPECT_EQ(model["suggest_url"], "/help/api/v1/suggest?lang=ro");
  const auto html = frame.fill("not_found", model);
  for (const auto* part :
       {R"( data-suggest="/help/api/v1/suggest?lang=ro")",
        R"( data-script="/help/assets/combobox.js?v=)",
        R"( data-style="/help/assets/combobox.css?v=)", R"( data-count="Sugestii: &#123;count}")"})
    EXPECT_THAT(html, testing::HasSubstr(part));
}

struct Address {
  std::string url, absolute;
};
class AbsoluteAddress : public testing::TestWithParam<Address> {};

TEST_P(AbsoluteAddress, HasTheSitesHostUnlessItHasOne) {
  const Site site = sample_site("en");
  EXPECT_EQ(Frame(renderer(), site).absolute(GetParam().url), GetParam().absolute);
}

INSTANTIATE_TEST_SUITE_P(Addresses, AbsoluteAddress,
                         testing::Values(Address{"/help/en/", "https://fernway.example/help/en/"},
                                         Address{"https://cdn.example/a.png",
                                                 "https://cdn.example/a.png"},
                                         Address{"//cdn.example/a.png", "//cdn.example/a.png"}));

// A query in Latin letters turned the quotes around it in an Arabic heading.
TEST(Frame, IsolatesTextOfAnotherDirection) {
  const Site english = sample_site("en");
  const Site arabic = sample_site("ar");
  EXPECT_EQ(Frame(renderer(), english).isolated("refund ș"), "refund ș");
  EXPECT_EQ(Frame(renderer(), english).isolated("מוצר"), "\u2068מוצר\u2069");
  EXPECT_EQ(Frame(renderer(), arabic).isolated("E-1042"), "\u2068E-1042\u2069");
}

TEST(Frame, KnowsWhatASharedLinkShows) {
  Site site = sample_site("en");
  site.social_image_url = "/help/assets/share.png";
  const auto model =
      Frame(renderer(), site).model({.title = "Refunds", .kind = "article", .lang = "pt-BR"});
  EXPECT_EQ(model["shared"], true);
  EXPECT_EQ(model["shared_title"], "Refunds");
  EXPECT_EQ(model["shared_locale"], "pt_BR");
  EXPECT_EQ(model["shared_image_url"], "https://fernway.example/help/assets/share.png");
  site.base_url.clear();
  EXPECT_EQ(Frame(renderer(), site).model({})["shared"], false);
}

}  // namespace
}  // namespace kb::page
