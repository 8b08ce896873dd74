// Drafts, and articles whose day has not come: at no address of the help center is there anything
// of them; a writer's preview shows them wherever they will be.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/http/finish.h"
#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class DraftsTest : public testing::Test {
 protected:
  DraftsTest() {
    auto& site = center.site;
    site.config.site.fallback = {{"ro", {"en"}}};
    site.write("categories.yaml", "guides: {name: {en: Guides}}\n");
    site.write("en/guides/open.md",
               "---\ntitle: Numbat\nupdated: 2026-01-01\n---\nA numbat burrows. See "
               "[this](draft.md), [that](later.md).\n");
    site.write("en/guides/other.md", "---\ntitle: Numbats\n---\nA numbat burrows.\n");
    site.write("en/guides/secret.md",
               "---\ntitle: Wombat\naudience: agents\nupdated: 2026-01-01\n---\nNumbat wombat.\n");
    site.write("en/guides/draft.md",
               "---\ntitle: Axolotl\nsummary: An axolotl.\ndraft: true\nupdated: 2026-01-01\n"
               "redirect_from: [/old/draft]\n---\nA numbat axolotl burrows. ![axolotl](x.svg)\n\n"
               "## Axolotl part\n\nAxolotl.\n\n:::agents\nAxolotl for agents.\n:::\n");
    site.write("en/guides/later.md",
               "---\ntitle: Axolotl later\npublish_at: 2026-01-02\nupdated: 2026-01-01\n"
               "redirect_from: [/old/later]\n---\nA numbat axolotl burrows. ![axolotl](y.svg)\n");
    site.write("en/axolotls/only.md", "---\ntitle: Axolotl alone\ndraft: true\n---\nAxolotl.\n");
    site.write("ro/guides/draft.md", "---\ntitle: Axolotl\ndraft: true\n---\nAxolotl.\n");
    site.write("ro/guides/open.md", "# Deschis\n\nText.\n");
    site.write("en/guides/x.svg", "<svg>axolotl x</svg>");
    site.write("en/guides/y.svg", "<svg>axolotl y</svg>");
    center.publish();
  }

  void preview() {
    center.is_preview = true;
    center.start();
    center.refresh();
  }

  std::string file(const std::string& symbolic) const {
    const auto live = center.site.live();
    const auto* stored = live->file(symbolic, Audience::writers);
    return stored == nullptr ? "none" : "/files/" + stored->hash + "/x.svg";
  }
  static http::Response sent(const http::Response& response, const http::Request& request) {
    http::Gzip gzip;
    return http::finish(response, request, gzip);
  }
  // Where one article is or would be.
  static std::vector<std::string> its_addresses() {
    return {"/en/a/guides/draft",    "/en/a/guides/later",
            "/en/a/guides/draft.md", "/en/a/axolotls/only",
            "/ro/a/guides/draft",    "/api/v1/articles/en/guides/draft",
            "/en/c/axolotls",        "/api/v1/articles/en/guides/later"};
  }
  // What tells of all articles.
  static std::vector<std::string> all_around() {
    return {"/en/",
            "/ro/",
            "/en/c/guides",
            "/en/a/guides/open",
            "/en/a/guides/open.md",
            "/ro/a/guides/open",
            "/en/search?q=numbat",
            "/en/search?q=burrows+part",
            "/ro/search?q=numbat",
            "/en/search",
            "/en/feed.xml",
            "/en/llms.txt",
            "/llms.txt",
            "/en/suggest?q=a",
            "/sitemap.xml",
            "/sitemaps/en/1.xml",
            "/api/v1/search?q=numbat",
            "/api/v1/suggest?q=numbat",
            "/api/v1/suggest?q=axo",
            "/api/v1/search?q=numbat&scope=all&limit=100",
            "/api/v1/articles/en/guides/open"};
  }

  HelpCenterFixture center;
};

TEST_F(DraftsTest, AreNowhereForCustomers) {
  for (const auto& path : its_addresses()) EXPECT_EQ(center.get(path).status, 404) << path;
  for (const auto* moved : {"/en/a/old/draft", "/en/a/old/later"})
    EXPECT_EQ(center.get(moved).status, 404) << moved;
  for (const auto* image : {"kb-file:0/en/guides/x.svg", "kb-file:0/en/guides/y.svg"}) {
    ASSERT_NE(file(image), "none");
    EXPECT_EQ(center.get(file(image)).status, 404) << image;
  }
  for (const auto& path : all_around()) {
    const auto request = HelpCenterFixture::request(path);
    const auto answer = sent(center.router().answer(request), request);
    EXPECT_EQ(answer.status, 200) << path;
    for (const auto* word : {"xolotl", "guides/draft", "guides/later", "ombat"})
      EXPECT_THAT(answer.body, Not(HasSubstr(word))) << path;
  }
  EXPECT_THAT(center.get("/api/v1/search?q=axolotl&scope=all").body, HasSubstr("\"total\":0"));
}

TEST_F(DraftsTest, AreShownInAPreview) {
  preview();
  for (const auto& path : its_addresses()) EXPECT_EQ(center.get(path).status, 200) << path;
  EXPECT_EQ(center.get(file("kb-file:0/en/guides/x.svg")).body, "<svg>axolotl x</svg>");
  const auto page = center.get("/en/a/guides/draft").body;
  EXPECT_THAT(page, HasSubstr("Draft: customers do not see this article yet."));
  EXPECT_THAT(page, HasSubstr("Axolotl for agents."));
  EXPECT_THAT(page, HasSubstr("src=\"/files/"));
  EXPECT_THAT(center.get("/en/a/guides/later").body,
              HasSubstr("Customers see this article from January 2, 2026"));
  EXPECT_THAT(center.get("/en/a/guides/open").body,
              Not(HasSubstr("customers do not see this article yet")));
  EXPECT_THAT(center.get("/en/a/guides/open").body, HasSubstr("href=\"/en/a/guides/draft\""));
  for (const auto* path : {"/en/", "/en/c/guides", "/en/search?q=numbat", "/en/suggest?q=axo",
                           "/api/v1/search?q=numbat"})
    EXPECT_THAT(center.get(path).body, HasSubstr("Axolotl later")) << path;
  EXPECT_THAT(center.get("/en/c/guides").body, HasSubstr("Wombat")) << "as agents see it";
}

TEST_F(DraftsTest, AreThereForAllWhenTheirDayHasCome) {
  center.site.clock.advance(std::chrono::hours{24});
  center.publish();
  EXPECT_EQ(center.get("/en/a/guides/later").status, 200);
  EXPECT_EQ(header(center.get("/en/a/old/later"), "Location"), "/en/a/guides/later");
  EXPECT_EQ(center.get(file("kb-file:0/en/guides/y.svg")).status, 200);
  EXPECT_THAT(center.get("/en/feed.xml").body, HasSubstr("Axolotl later"));
  EXPECT_EQ(center.get("/en/a/guides/draft").status, 404);
  preview();
  EXPECT_THAT(center.get("/en/a/guides/later").body, Not(HasSubstr("Customers see this article")));
}

// One that was public must leave nothing behind where it becomes a draft again.
TEST_F(DraftsTest, CanTakeAnArticleBack) {
  center.site.write("en/guides/open.md", "---\ntitle: Numbat\ndraft: true\n---\nA numbat.\n");
  center.publish();
  EXPECT_EQ(center.get("/en/a/guides/open").status, 200) << "in Romanian";
  EXPECT_EQ(center.get("/api/v1/articles/en/guides/open").status, 404);
  EXPECT_THAT(center.get("/en/suggest?q=numbat").body, Not(HasSubstr("guides/open")));
  EXPECT_THAT(center.get("/sitemaps/en/1.xml").body, Not(HasSubstr("guides/open")));
  preview();
  EXPECT_THAT(center.get("/en/suggest?q=numbat").body, HasSubstr("guides/open"));
}

// Who begins a language sees it before there is anything for customers.
TEST_F(DraftsTest, OfANewLanguageAreInThePreview) {
  center.site.write("fr/guides/draft.md", "---\ntitle: Brouillon\ndraft: true\n---\nTexte.\n");
  center.publish();
  EXPECT_EQ(center.get("/fr/").status, 404);
  EXPECT_THAT(center.get("/en/").body, Not(HasSubstr("hreflang=\"fr\"")));
  preview();
  EXPECT_EQ(center.get("/fr/").status, 200);
  EXPECT_THAT(center.get("/fr/c/guides").body, HasSubstr("Brouillon"));
}

}  // namespace
}  // namespace kb
