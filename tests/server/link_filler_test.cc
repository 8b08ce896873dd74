#include "server/link_filler.h"

#include <gtest/gtest.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

class LinkFilling : public testing::Test {
 protected:
  LinkFilling() {
    auto& site = center.site;
    site.write("en/refund.md", "# Refund\n\n## How long\n\nA.\n\n## Who pays\n\nB.\n");
    site.write("ro/refund.md", "# Rambursare\n\n## Cât durează\n\nA.\n\n## Cine plătește\n\nB.\n");
    site.write("en/short.md", "# Short\n\n## One\n\nA.\n\n## Two\n\nB.\n");
    site.write("ro/short.md", "# Scurt\n\n## Unu\n\nA.\n");
    site.write("fr/only.md", "# Seul\n\nA.\n");
    site.write("en/gone.md", "---\nexpires_at: 2026-01-02\n---\n# Gone\n");
    site.write("en/secret.md",
               "---\naudience: agents\ntitle: Secret\n---\n![s](secret.svg) ![p](open.svg)\n");
    site.write("en/open.md", "# Open\n\n![p](open.svg)\n");
    site.write("en/open.svg", "<svg/>");
    site.write("en/secret.svg", "<svg>secret</svg>");
    center.publish();
  }

  std::string filled(const std::string& html, const std::string& lang = "ro",
                     Audience audience = Audience::everyone) const {
    const Urls urls("/help");
    const Reader reader{lang, {"en"}, audience, center.site.clock.now()};
    return LinkFiller(*center.center().searchers.generation(), urls, reader).fill(html);
  }

  HelpCenterFixture center;
};

TEST_F(LinkFilling, LeadsToTheReadersLanguage) {
  const std::pair<std::string, std::string> cases[] = {
      {"kb-article:en/refund", "/help/ro/a/refund"},
      {"kb-article:en/open", "/help/en/a/open"},
      {"kb-article:en/only", "/help/fr/a/only"},
      {"kb-article:en/refund#who-pays", "/help/ro/a/refund#cine-pl%C4%83te%C8%99te"},
      {"kb-article:ro/refund#c%C3%A2t-dureaz%C4%83", "/help/ro/a/refund#c%C3%A2t-dureaz%C4%83"},
      {"kb-article:en/refund#not-there", "/help/ro/a/refund"},
      {"kb-article:en/short#two", "/help/ro/a/short"},  // sections differ: to the top
  };
  for (const auto& [symbolic, url] : cases)
    EXPECT_EQ(filled("<a href=\"" + symbolic + "\">x</a>"), "<a href=\"" + url + "\">x</a>");
}

TEST_F(LinkFilling, TakesTheLinkFromWordsThatLeadNowhere) {
  for (const auto* dead :
       {"kb-article:en/nothing", "kb-article:en", "kb-article:", "kb-article:en/",
        "kb-file:0/en/none.svg", "kb-file:", "kb-", "kb-article:en/secret"})
    EXPECT_EQ(filled("<a class=\"x\" href=\"" + std::string(dead) + "\" rel=\"y\">words</a>"),
              "<a class=\"x\" rel=\"y\">words</a>")
        << dead;
  center.site.clock.advance(std::chrono::hours{24});
  EXPECT_EQ(filled("<a href=\"kb-article:en/gone\">x</a>"), "<a>x</a>");
}

TEST_F(LinkFilling, ShowsFilesToWhoMaySeeThem) {
  EXPECT_TRUE(filled("<img src=\"kb-file:0/en/open.svg\">").starts_with("<img src=\"/help/files/"));
  EXPECT_TRUE(filled("<img src=\"kb-file:0/en/open.svg\">").ends_with("/open.svg\">"));
  EXPECT_EQ(filled("<img src=\"kb-file:0/en/secret.svg\" alt=\"s\">"), "<img alt=\"s\">");
  EXPECT_TRUE(filled("<img src=\"kb-file:0/en/secret.svg\">", "en", Audience::agents)
                  .starts_with("<img src=\"/help/files/"));
}

TEST_F(LinkFilling, LeavesRoomForImages) {
  auto& site = center.site;
  site.write("en/sized.md", "# Sized\n\n![s](sized.svg) [s](sized.svg)\n");
  site.write("en/sized.svg", "<svg width=\"640\" height=\"36e1\"/>");
  center.publish();
  const auto image = filled("<img src=\"kb-file:0/en/sized.svg\" alt=\"s\">");
  EXPECT_TRUE(image.ends_with("/sized.svg\" width=\"640\" height=\"360\" alt=\"s\">")) << image;
  const auto link = filled("<a href=\"kb-file:0/en/sized.svg\">s</a>");
  EXPECT_TRUE(link.ends_with("/sized.svg\">s</a>")) << link;
}

TEST_F(LinkFilling, LeavesAllElseAlone) {
  for (const auto* html :
       {"", "text", "<a href=\"https://x.example\">x</a>", "kb-article:en/refund",
        "href=&quot;kb-article:en/refund&quot;", "<a href=\"kb-article:en/unend"})
    EXPECT_EQ(filled(html), html);
}

TEST_F(LinkFilling, FindsTheBestLanguageForAReader) {
  const auto generation = center.center().searchers.generation();
  const auto lang_of = [&](std::string_view id, const std::string& preferred) -> std::string {
    const auto found = find_for_reader(
        *generation, {"ro", {"en"}, Audience::everyone, center.site.clock.now()}, id, preferred);
    return found ? found->database->name.lang : "";
  };
  EXPECT_EQ(lang_of("refund", "en"), "ro");
  EXPECT_EQ(lang_of("open", {}), "en");
  EXPECT_EQ(lang_of("only", {}), "fr");
  EXPECT_EQ(lang_of("secret", {}), "");
  EXPECT_EQ(lang_of("nothing", "en"), "");
}

}  // namespace
}  // namespace kb
