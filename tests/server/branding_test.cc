#include "server/branding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Brands : public testing::Test {
 protected:
  Brands() : renderer(page::Renderer::load(std::string(KB_SOURCE_FOLDER) + "/templates").value()) {}

  Branding load() {
    problems.clear();
    return load_branding(site, renderer, problems);
  }
  std::string only_problem() {
    const auto branding = load();
    EXPECT_EQ(branding.logo, "");
    EXPECT_EQ(problems.size(), 1U);
    return problems.empty() ? "" : to_line(problems[0]);
  }

  TemporaryFolder folder;
  page::Renderer renderer;
  SiteConfig site;
  std::vector<Error> problems;
};

TEST_F(Brands, AreNothingByDefault) {
  const auto branding = load();
  EXPECT_EQ(branding.logo + branding.social_image, "");
  EXPECT_TRUE(problems.empty());
}

TEST_F(Brands, PutTheirFilesAmongTheAssets) {
  folder.write("our logo.svg", "<svg>logo</svg>");
  folder.write("SHARE.PNG", "png");
  site.logo = folder.path() / "our logo.svg";
  site.social_image = folder.path() / "SHARE.PNG";
  site.accent = "#0a6b4e";
  const auto branding = load();
  EXPECT_TRUE(problems.empty());
  const auto* logo = renderer.assets().find(branding.logo);
  ASSERT_NE(logo, nullptr);
  EXPECT_EQ(logo->body, "<svg>logo</svg>");
  EXPECT_EQ(logo->content_type, "image/svg+xml");
  const auto* social = renderer.assets().find(branding.social_image);
  ASSERT_NE(social, nullptr);
  EXPECT_EQ(social->content_type, "image/png");
  const auto* css = renderer.assets().find("brand.css");
  ASSERT_NE(css, nullptr);
  EXPECT_THAT(css->body, HasSubstr("#0a6b4e"));
  EXPECT_THAT(css->content_type, HasSubstr("text/css"));
}

TEST_F(Brands, SayWhyThereIsNoLogo) {
  site.logo = folder.path() / "missing.svg";
  EXPECT_THAT(only_problem(), HasSubstr("missing.svg: `site.logo`: "));
  EXPECT_THAT(only_problem(), HasSubstr("correct the path in kb.yaml"));

  site.logo = folder.path();
  EXPECT_THAT(only_problem(), HasSubstr("`site.logo`"));

  folder.write("logo.txt", "Fernway");
  site.logo = folder.path() / "logo.txt";
  EXPECT_THAT(only_problem(), HasSubstr("logo.txt: `site.logo` is no image; give it as SVG, PNG"));

  folder.write("large.png", std::string(2 << 20, 'x'));
  site.logo = folder.path() / "large.png";
  EXPECT_THAT(only_problem(), HasSubstr("large.png: `site.logo` is larger than 1 MiB"));
}

TEST_F(Brands, KeepWhatIsRightBesideAMistake) {
  folder.write("logo.svg", "<svg/>");
  site.logo = folder.path() / "logo.svg";
  site.social_image = folder.path() / "missing.png";
  site.accent = "teal";
  const auto branding = load();
  EXPECT_EQ(branding.logo, "logo.svg");
  EXPECT_EQ(branding.social_image, "");
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_THAT(to_line(problems[0]), HasSubstr("site.social_image"));
  EXPECT_THAT(to_line(problems[1]), HasSubstr("teal"));
}

// "text -> url" of each.
std::vector<std::string> shown(const std::vector<SiteLink>& links, const std::string& lang) {
  std::vector<std::string> lines;
  for (const auto& link : links_in(links, lang, "en"))
    lines.push_back(link.text + " -> " + link.url);
  return lines;
}

TEST(BrandLinks, AreInTheReadersLanguage) {
  const std::vector<SiteLink> links = {
      {{{"en", "Shop"}, {"ro", "Magazin"}}, "https://shop.example.com/{lang}?l={lang}"},
      {{{"", "Status"}}, "https://status.example.com"},
      {{{"ro", "Doar"}}, "/{lang}/"}};
  EXPECT_THAT(shown(links, "ro"),
              ElementsAre("Magazin -> https://shop.example.com/ro?l=ro",
                          "Status -> https://status.example.com", "Doar -> /ro/"));
  EXPECT_THAT(shown(links, "pt-BR"),
              ElementsAre("Shop -> https://shop.example.com/pt-BR?l=pt-BR",
                          "Status -> https://status.example.com", " -> /pt-BR/"));
}

TEST(BrandLinks, TakeTheLanguageAnywhere) {
  EXPECT_EQ(link_in("", "en"), "");
  EXPECT_EQ(link_in("{lang}{lang}", "pt-BR"), "pt-BRpt-BR");
  EXPECT_EQ(link_in("{lang", "en"), "{lang");
  EXPECT_EQ(link_in("mailto:a@b.example", "en"), "mailto:a@b.example");
}

}  // namespace
}  // namespace kb
