#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class ArticleAnswer : public PagesTest {};

TEST_F(ArticleAnswer, ShowsTheArticle) {
  const auto page = get("/en/a/billing/refund");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<h1>Refunds &lt;b&gt;</h1>"));
  EXPECT_THAT(page.body, HasSubstr("Money back."));
  EXPECT_THAT(page.body, HasSubstr("href=\"/en/a/parcel\""));
  EXPECT_THAT(page.body, HasSubstr("2026-03-14"));
  EXPECT_THAT(page.body, Not(HasSubstr("kb-article:")));
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
}

// Nobody wrote a summary: its place was taken by the first sentences, which then stood there twice.
TEST_F(ArticleAnswer, ShowsItsFirstSentencesOnce) {
  EXPECT_THAT(get("/en/a/parcel").body, Not(HasSubstr("class=\"summary\"")));
  center.site.write("en/told.md", "---\ntitle: Told\nsummary: In short.\n---\nAt length.\n");
  center.publish();
  EXPECT_THAT(get("/en/a/told").body, HasSubstr("<p class=\"summary\">In short.</p>"));
}

TEST_F(ArticleAnswer, FallsBackToAnotherLanguageAndSaysSo) {
  center.site.config.site.base_url = "https://help.example.com";
  const auto page = get("/ro/a/parcel");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<html lang=\"ro\""));
  EXPECT_THAT(page.body, HasSubstr("They arrive."));
  EXPECT_THAT(page.body, HasSubstr("class=\"notice\""));
  EXPECT_THAT(page.body,
              HasSubstr("rel=\"canonical\" href=\"https://help.example.com/en/a/parcel\""));
}

TEST_F(ArticleAnswer, FollowsArticlesThatMoved) {
  EXPECT_EQ(location("/en/a/old/refund", 301), "/en/a/billing/refund");
  EXPECT_EQ(get("/ro/a/old/refund").status, 404);  // never an address of the Romanian text
}

TEST_F(ArticleAnswer, SendsAnswersToTheirOwnAddress) {
  EXPECT_EQ(location("/en/a/two-homes", 301), "/en/answers/two-homes");
  EXPECT_EQ(location("/en/answers/parcel", 301), "/en/a/parcel");
  EXPECT_EQ(get("/en/answers/two-homes").status, 200);
}

TEST_F(ArticleAnswer, IsNotFoundWhereItIsNotForEveryone) {
  EXPECT_EQ(get("/en/a/secret").status, 404);
  EXPECT_THAT(get("/en/a/secret").body, Not(HasSubstr("zanzibar")));
  EXPECT_EQ(get("/en/a/old").status, 200);
  center.site.clock.advance(std::chrono::hours{24});
  EXPECT_EQ(get("/en/a/old").status, 404);
}

TEST_F(ArticleAnswer, KeepsUnlistedArticlesFromSearchEngines) {
  const auto page = get("/en/a/unlisted");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(header(page, "X-Robots-Tag"), "noindex");
}

TEST_F(ArticleAnswer, ComesAsMarkdownToo) {
  const std::vector<http::Field> accepts = {{"Accept", "text/markdown, text/html;q=0.5"}};
  center.site.config.site.base_url = "https://help.example.com";
  const auto by_ending = get("/en/a/billing/refund.md");
  EXPECT_EQ(by_ending.status, 200);
  EXPECT_EQ(by_ending.content_type, "text/markdown; charset=utf-8");
  EXPECT_THAT(by_ending.body, testing::StartsWith("# Refunds \\<b\\>\n"));
  EXPECT_THAT(by_ending.body, HasSubstr("[parcels](https://help.example.com/en/a/parcel)"));
  EXPECT_THAT(by_ending.body, HasSubstr("\n## How long\n"));
  EXPECT_THAT(by_ending.body, HasSubstr("\nUpdated 2026-03-14\n"));
  EXPECT_EQ(header(by_ending, "Link"),
            "<https://help.example.com/en/a/billing/refund>; rel=\"canonical\"");
  EXPECT_EQ(header(by_ending, "X-Robots-Tag"), "noindex");
  EXPECT_EQ(header(by_ending, "Content-Language"), "en");
  const auto by_header = get("/en/a/billing/refund", accepts);
  EXPECT_EQ(by_header.body, by_ending.body);
  const auto page = get("/en/a/billing/refund", {{"Accept", "text/html"}});
  EXPECT_THAT(page.content_type, HasSubstr("text/html"));
  EXPECT_NE(page.etag, by_header.etag);
  for (const auto& answer : {by_ending, by_header, page})
    EXPECT_EQ(header(answer, "Vary"), "Accept");
}

TEST_F(ArticleAnswer, KeepsAnIdThatEndsLikeMarkdown) {
  center.site.write("en/notes.md.md", "# About notes.md\n\nThe file.\n");
  center.publish();
  EXPECT_THAT(get("/en/a/notes.md").content_type, HasSubstr("text/html"));
  EXPECT_THAT(get("/en/a/notes.md").body, HasSubstr("About notes.md"));
  EXPECT_THAT(get("/en/a/notes.md.md").content_type, HasSubstr("text/markdown"));
}

TEST_F(ArticleAnswer, AsMarkdownIsFoundAndMissedLikeThePage) {
  EXPECT_THAT(get("/ro/a/parcel.md").body, HasSubstr("They arrive."));
  EXPECT_EQ(header(get("/ro/a/parcel.md"), "Content-Language"), "en");
  for (const auto* path : {"/en/a/secret.md", "/en/a/nothing.md", "/en/a/.md"})
    EXPECT_EQ(get(path).status, 404) << path;
  // The redirect forgot the ending.
  EXPECT_EQ(location("/en/a/two-homes.md", 301), "/en/answers/two-homes.md");
  EXPECT_EQ(get("/en/answers/two-homes.md").status, 200);
}

TEST_F(ArticleAnswer, TitlesAsidesInTheReadersWords) {
  center.site.write("en/aside.md", "# Aside\n\n:::note\nText.\n:::\n");
  center.site.write("ro/aside.md", "# Aparte\n\n:::note\nText.\n:::\n");
  center.publish();
  EXPECT_THAT(get("/en/a/aside.md").body, HasSubstr("> **Note**\n>\n> Text.\n"));
  EXPECT_THAT(get("/ro/a/aside.md").body, HasSubstr("> **Notă**\n>\n> Text.\n"));
}

TEST_F(ArticleAnswer, LeadsToItsNeighbours) {
  center.site.write("en/guide/one.md", "---\ntitle: One\norder: 1\n---\nText.\n");
  center.site.write("en/guide/two.md", "---\ntitle: Two\norder: 2\n---\nText.\n");
  center.site.write("en/guide/three.md", "---\ntitle: Three\norder: 3\n---\nText.\n");
  center.publish();
  const auto two = get("/en/a/guide/two").body;
  EXPECT_THAT(two, HasSubstr("rel=\"prev\" href=\"/en/a/guide/one\""));
  EXPECT_THAT(two, HasSubstr("rel=\"next\" href=\"/en/a/guide/three\""));
  EXPECT_THAT(get("/en/a/guide/one").body, Not(HasSubstr("rel=\"prev\"")));
  EXPECT_THAT(get("/en/a/guide/three").body, Not(HasSubstr("rel=\"next\"")));
  EXPECT_THAT(get("/en/a/unlisted").body, Not(HasSubstr("class=\"neighbours\"")));
}

TEST_F(ArticleAnswer, SaysWhatItAppliesTo) {
  center.site.write("applies_to.yaml",
                    "platform: {name: Device, values: {ios: iPhone, android: Android}}\n");
  center.site.write("en/phone.md",
                    "---\ntitle: Phone\napplies_to: [ios, beta-testers]\n---\nText.\n");
  center.publish();
  const auto page = get("/en/a/phone").body;
  EXPECT_THAT(page, HasSubstr("data-key=\"platform:ios\">iPhone</span>"));
  EXPECT_THAT(page, HasSubstr(">Beta testers</span>"));
  EXPECT_THAT(page, HasSubstr("class=\"filter\""));
  EXPECT_THAT(get("/en/a/parcel").body, Not(HasSubstr("class=\"badge\"")));
  EXPECT_THAT(get("/en/a/parcel").body, Not(HasSubstr("class=\"filter\"")));
}

TEST_F(ArticleAnswer, LeavesRoomForItsImages) {
  center.site.write("en/image.md", "# Image\n\n![A hub](hub.svg)\n");
  center.site.write("en/hub.svg", "<svg viewBox=\"0 0 320 200\"/>");
  center.publish();
  EXPECT_THAT(get("/en/a/image").body, HasSubstr("width=\"320\" height=\"200\" alt=\"A hub\""));
}

struct Translated {
  std::string original, translation;  // front matter
  bool newer;
};
class NewerOriginal : public PagesTest, public testing::WithParamInterface<Translated> {};

TEST_P(NewerOriginal, IsToldOnTheTranslation) {
  center.site.write("en/text.md", "---\ntitle: Text\n" + GetParam().original + "---\nText.\n");
  center.site.write("ro/text.md", "---\ntitle: Text\n" + GetParam().translation + "---\nText.\n");
  center.publish();
  const auto page = get("/ro/a/text").body;
  EXPECT_THAT(page, HasSubstr("href=\"/en/a/text\""));  // among the languages
  EXPECT_EQ(page.find("<p class=\"notice\"><a href=\"/en/a/text\">") != page.npos,
            GetParam().newer);
  EXPECT_THAT(get("/en/a/text").body, Not(HasSubstr("<p class=\"notice\"><a")));
}

INSTANTIATE_TEST_SUITE_P(
    Versions, NewerOriginal,
    testing::Values(Translated{"updated: 2026-03-02\n", "updated: 2026-03-01\n", true},
                    Translated{"updated: 2026-03-02\n", "updated: 2026-03-02\n", false},
                    Translated{"updated: 2026-03-02\n", "", false},
                    Translated{"", "updated: 2026-03-01\n", false},
                    Translated{"updated: 2026-03-02\n",
                               "updated: 2026-05-01\nsource_revision: 2026-02-01\n", true},
                    Translated{"updated: 2026-03-02\n",
                               "updated: 2026-01-01\nsource_revision: 2026-03-02\n", false},
                    Translated{"updated: 2026-03-02\nexpires_at: 2026-01-01\n",
                               "updated: 2026-03-01\n", false}));

// A redirect leads into the language whose writer asked for it, at its own address there.
TEST_F(ArticleAnswer, FollowsARedirectOfEachLanguage) {
  center.site.write(
      "ro/livrare.md",
      "---\ntitle: Livrare\nredirect_from: [/vechi, /ro/a/colet-vechi]\n---\nText.\n");
  center.publish();
  EXPECT_EQ(location("/ro/a/vechi", 301), "/ro/a/livrare");
  EXPECT_EQ(get("/en/a/vechi").status, 404);
}

TEST_F(ArticleAnswer, FailsWhereTheRecordsAreDamaged) {
  const auto folder = center.site.live()->database({"en", Audience::everyone})->folder;
  std::filesystem::resize_file(folder / index::kRecordsFile, 3);
  const auto page = get("/en/a/parcel");
  EXPECT_EQ(page.status, 500);
  EXPECT_THAT(page.fault, HasSubstr("en.public"));
  EXPECT_THAT(page.body, Not(HasSubstr("en.public")));
  EXPECT_THAT(page.body, HasSubstr("4f1d8a90c2b3e456"));
}

}  // namespace
}  // namespace kb
