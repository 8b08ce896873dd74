#include "indexer/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "tests/indexer/sample_content.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Build, PublishesWhatTheFilesSay) {
  SiteInFolder site;
  site.write("en/billing/refund.md", "# Refunds\n\nWithin 14 days.\n\n## How long\n\nA week.\n");
  site.write("ro/billing/refund.md", "# Rambursare\n\nÎn 14 zile.\n");
  const auto report = site.must_build_cleanly();
  EXPECT_TRUE(report.published);
  EXPECT_EQ(report.generation, 1U);
  EXPECT_EQ(report.files_read, 2U);
  EXPECT_THAT(site.articles(),
              ElementsAre("en/billing/refund: Refunds", "ro/billing/refund: Rambursare"));
  EXPECT_THAT(site.live()->languages(), ElementsAre("en", "ro"));
  EXPECT_THAT(site.found("refunds"), ElementsAre("en/billing/refund"));
  EXPECT_THAT(site.found("rambursare", "ro"), ElementsAre("ro/billing/refund"));
}

TEST(Build, LeavesTheLiveGenerationWhereNothingHasChanged) {
  SiteInFolder site;
  site.write("en/a.md", "# A\n\nText.\n");
  site.must_build();
  const auto again = site.must_build_cleanly();
  EXPECT_FALSE(again.published);
  EXPECT_EQ(again.generation, 1U);
  EXPECT_EQ(again.files_read, 0U);
  EXPECT_EQ(again.files_kept, 1U);
  site.write("en/a.md", "# A\n\nText.\n");  // touched: the same bytes
  EXPECT_FALSE(site.must_build().published);
}

TEST(Build, ReadsOnlyWhatHasChanged) {
  SiteInFolder site;
  write_many(site, 30);
  site.must_build();
  site.write("en/topic1/page1.md", article("Warranty", "Two years."));
  const auto report = site.must_build_cleanly();
  EXPECT_EQ(report.files_read, 1U);
  EXPECT_EQ(report.files_kept, 29U);
  EXPECT_THAT(site.found("warranty"), ElementsAre("en/topic1/page1"));
}

TEST(Build, CarriesUntouchedLanguagesOver) {
  SiteInFolder site;
  write_many(site, 12);
  site.must_build();
  const auto before = site.live()->database({"ro", Audience::everyone})->folder;
  const auto inode = fs::hard_link_count(before / index::kRecordsFile);
  site.write("en/new.md", article("New", "Text."));
  site.must_build();
  EXPECT_EQ(fs::hard_link_count(before / index::kRecordsFile), inode + 1);
}

TEST(Build, IncrementsToTheSameAsAFullBuild) {
  SiteInFolder site;
  write_many(site, 90);
  site.must_build();
  site.write("en/topic1/page1.md", article("Changed", "refund refund battery"));
  site.write("ro/topic0/page0.md", "---\ntitle: Hidden\naudience: agents\n---\nsecret refund\n");
  site.write("en/added.md", article("Added", "parcel :::\n"));
  site.remove("en/topic2/page2.md");
  fs::rename(site.content() / "en/topic4/page4.md", site.content() / "en/topic4/renamed.md");
  site.must_build();
  site.write("en/topic1/page11.md", article("Third round", "invoice\n\n:::agents\nsecret\n:::\n"));
  site.remove("ro/topic3/page3.md");
  site.must_build();
  const auto incremental = contents_of(site);
  const auto content = site.live()->manifest().content;
  site.must_build(/*full=*/true);
  expect_same(contents_of(site), incremental);
  EXPECT_EQ(site.live()->manifest().content, content);
}

TEST(Build, ForgetsWhatIsRemoved) {
  SiteInFolder site;
  site.write("en/keep.md", article("Keep", "refund"));
  site.write("en/gone.md", article("Gone", "refund"));
  site.write("ro/only.md", article("Only", "refund"));
  site.must_build();
  site.remove("en/gone.md");
  site.remove("ro/only.md");
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/keep: Keep"));
  EXPECT_THAT(site.found("refund"), ElementsAre("en/keep"));
  EXPECT_THAT(site.live()->languages(), ElementsAre("en"));
}

TEST(Build, KeepsAgentsTextsFromThePublic) {
  SiteInFolder site;
  const std::string text = "The zanzibar procedure.\n";
  site.write("en/other.md", article("Other", "Nothing."));
  const auto with = [&](const std::string& audience) {
    site.write("en/a.md", "---\ntitle: A\naudience: " + audience + "\n---\n" + text);
    site.must_build_cleanly();
  };
  const auto is_hidden = [&] {
    EXPECT_THAT(site.found("zanzibar"), IsEmpty());
    EXPECT_FALSE(site.live()->find("en", "a", Audience::everyone));
    EXPECT_THAT(site.found("zanzibar", "en", Audience::agents), ElementsAre("en/a"));
  };
  const auto is_public = [&] {
    EXPECT_THAT(site.found("zanzibar"), ElementsAre("en/a"));
    EXPECT_THAT(site.found("zanzibar", "en", Audience::agents), ElementsAre("en/a"));
    EXPECT_THAT(site.articles(Audience::agents), IsEmpty());
  };
  with("agents");
  is_hidden();
  with("public");
  is_public();
  with("agents");
  is_hidden();
}

// Agents search two databases at once, where a match is judged by its number in one of them: some
// articles were missing, others came twice.
TEST(Build, LetsAgentsFindEveryArticleOnce) {
  SiteInFolder site;
  for (int i = 0; i < 30; ++i)
    site.write("en/a" + std::to_string(i) + ".md", article("Title", "refund"));
  site.write("en/b.md", article("Both", "refund\n\n:::agents\nsecret refund\n:::\n"));
  site.write("en/c.md", "---\ntitle: Agents\naudience: agents\n---\nrefund\n");
  site.must_build_cleanly();
  auto found = site.found("refund", "en", Audience::agents);
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found.size(), 32U);
  EXPECT_EQ(std::unique(found.begin(), found.end()), found.end());
}

TEST(Build, LeavesNoWordForAgentsInThePublicDatabase) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "Open.\n\n:::agents\nzanzibar\n:::\n"));
  site.must_build();
  site.write("en/a.md", article("A", "Open.\n\n:::agents\nmadagascar\n:::\n"));
  site.must_build();
  const auto folder = site.live()->database({"en", Audience::everyone})->folder;
  for (const auto& file : fs::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(bytes, Not(HasSubstr("zanzibar"))) << file.path();
    EXPECT_THAT(bytes, Not(HasSubstr("madagascar"))) << file.path();
  }
}

TEST(Build, KeepsTheLastGoodVersionOfABadFile) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "refund"));
  site.must_build();
  site.write("en/a.md", "---\ntitle: [\n---\nrefund\n");
  const auto report = site.must_build();
  EXPECT_THAT(lines_of(report.problems),
              ElementsAre(HasSubstr((site.content() / "en/a.md").string() + ":")));
  EXPECT_THAT(site.articles(), ElementsAre("en/a: A"));
  // Its problem is told by each build until it is mended.
  EXPECT_EQ(site.must_build().problems.size(), 1U);
  EXPECT_THAT(site.articles(), ElementsAre("en/a: A"));
  site.write("en/a.md", article("Mended", "refund"));
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/a: Mended"));
}

TEST(Build, FollowsDates) {
  SiteInFolder site;
  site.write("en/later.md", "---\ntitle: Later\npublish_at: 2026-01-02\n---\nText.\n");
  site.write("en/until.md", "---\ntitle: Until\nexpires_at: 2026-01-03\n---\nText.\n");
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/until: Until"));
  EXPECT_EQ(site.live()->manifest().next_change, SiteInFolder::kStart + std::chrono::hours{24});
  site.clock.advance(std::chrono::hours{24});
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/later: Later", "en/until: Until"));
  site.clock.advance(std::chrono::hours{24});
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/later: Later"));
  EXPECT_FALSE(site.must_build().published);
}

TEST(Build, KeepsDraftsInADatabaseOfTheirOwn) {
  SiteInFolder site;
  site.write("en/open.md", article("Open", "refund"));
  site.write("en/inner.md", "---\ntitle: Inner\naudience: agents\n---\nrefund\n");
  const auto with = [&](const std::string& keys) {
    site.write("en/a.md", "---\ntitle: A\n" + keys + "---\nThe zanzibar refund.\n");
    site.must_build_cleanly();
  };
  const auto is_hidden = [&] {
    EXPECT_THAT(site.articles(), ElementsAre("en/open: Open"));
    EXPECT_THAT(site.articles(Audience::agents), ElementsAre("en/inner: Inner"));
    EXPECT_THAT(site.articles(Audience::writers), ElementsAre("en/a: A"));
    EXPECT_THAT(site.found("zanzibar"), IsEmpty());
    EXPECT_THAT(site.found("zanzibar", "en", Audience::agents), IsEmpty());
    EXPECT_THAT(site.found("zanzibar", "en", Audience::writers), ElementsAre("en/a"));
    EXPECT_THAT(site.found("refund", "en", Audience::writers),
                UnorderedElementsAre("en/a", "en/inner", "en/open"));
  };
  with("draft: true\n");
  is_hidden();
  for (const auto audience : {Audience::everyone, Audience::agents}) {
    const auto live = site.live();
    for (const auto& file : fs::directory_iterator(live->database({"en", audience})->folder)) {
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      EXPECT_THAT(bytes, Not(HasSubstr("zanzibar"))) << file.path();
    }
  }
  with("");
  EXPECT_THAT(site.found("zanzibar"), ElementsAre("en/a"));
  EXPECT_THAT(site.articles(Audience::writers), IsEmpty());
  with("publish_at: 2026-02-01\n");
  is_hidden();
  EXPECT_THAT(site.live()->manifest().next_change, testing::Ne(std::nullopt));
  with("draft: true\nexpires_at: 2026-01-02\n");
  is_hidden();
  site.remove("en/a.md");
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(Audience::writers), IsEmpty());
  EXPECT_THAT(site.found("zanzibar", "en", Audience::writers), IsEmpty());
}

TEST(Build, IncrementsDraftsToTheSameAsAFullBuild) {
  SiteInFolder site;
  for (int i = 0; i < 20; ++i)
    site.write("en/a" + std::to_string(i) + ".md",
               (i % 3 ? "---\ntitle: A\n---\n" : "---\ntitle: A\ndraft: true\n---\n") +
                   std::string("refund\n"));
  site.must_build_cleanly();
  site.write("en/a1.md", "---\ntitle: A\ndraft: true\n---\nrefund\n");
  site.write("en/a3.md", "---\ntitle: A\n---\nrefund\n");
  site.remove("en/a6.md");
  site.must_build_cleanly();
  const auto incremental = contents_of(site);
  const auto drafts = site.articles(Audience::writers);
  EXPECT_EQ(drafts.size(), 6U);
  site.must_build(/*full=*/true);
  expect_same(contents_of(site), incremental);
  EXPECT_EQ(site.articles(Audience::writers), drafts);
}

TEST(Build, KeepsTheArticlesOfASourceThatIsNotThere) {
  SiteInFolder site;
  site.config.sources.emplace_back().path = site.folder() / "drive";
  site.write("en/a.md", article("A", "Text."));
  fs::create_directories(site.folder() / "drive/ro");
  std::ofstream(site.folder() / "drive/ro/b.md") << article("B", "Text.");
  site.must_build_cleanly();
  fs::rename(site.folder() / "drive", site.folder() / "unplugged");
  site.write("en/c.md", article("C", "Text."));
  EXPECT_THAT(lines_of(site.must_build().problems), ElementsAre(HasSubstr("drive")));
  EXPECT_THAT(site.articles(), ElementsAre("en/a: A", "en/c: C", "ro/b: B"));
  fs::rename(site.folder() / "unplugged", site.folder() / "drive");
  EXPECT_FALSE(site.must_build_cleanly().published);
}

TEST(Build, FailsWithoutAnySource) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "Text."));
  site.must_build();
  site.config.sources[0].path = site.folder() / "nowhere";
  const auto report = site.build();
  ASSERT_FALSE(report);
  EXPECT_THAT(to_line(report.error()), HasSubstr("nowhere"));
  EXPECT_THAT(site.articles(), ElementsAre("en/a: A"));
}

TEST(Build, GivesTheSameIndexWithAnyNumberOfWorkers) {
  SiteInFolder one;
  SiteInFolder four;
  write_many(one, 400);
  write_many(four, 400);
  one.must_build(true, 1);
  four.must_build(true, 4);
  const auto first = one.live();
  const auto second = four.live();
  for (const auto& entry : first->manifest().databases) {
    const auto& rows = first->database(entry.name)->catalogue.rows();  // in order of docid
    const auto& others = second->database(entry.name)->catalogue.rows();
    ASSERT_EQ(rows.size(), others.size());
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i].id, others[i].id);
  }
  for (const auto* query : {"refund", "parcel invoice", "battery"})
    EXPECT_EQ(one.found(query), four.found(query));
}

TEST(Build, ServesTheNewBytesOfAReplacedImage) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "![lights](images/hub.svg)"));
  site.write("en/images/hub.svg", "<svg>old</svg>");
  site.must_build_cleanly();
  const auto before = site.live();
  const auto* old = before->file("kb-file:0/en/images/hub.svg", Audience::everyone);
  ASSERT_NE(old, nullptr);
  site.write("en/images/hub.svg", "<svg>new</svg>");
  const auto report = site.must_build_cleanly();
  EXPECT_TRUE(report.published);
  EXPECT_EQ(report.files_read, 0U);
  const auto generation = site.live();
  const auto* stored = generation->file("kb-file:0/en/images/hub.svg", Audience::everyone);
  ASSERT_NE(stored, nullptr);
  EXPECT_NE(stored->hash, old->hash);
  std::ifstream in(generation->stored_path(*stored));
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "<svg>new</svg>");
}

TEST(Build, KnowsHowLargeImagesAre) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "![lights](hub.svg) ![words](words.png) [file](notes.txt)"));
  site.write("en/draft.md", "---\ntitle: D\ndraft: true\n---\n![d](d.svg)\n");
  site.write("en/hub.svg", "<svg width=\"640\" height=\"360\"/>");
  site.write("en/d.svg", "<svg viewBox=\"0 0 32 20\"/>");
  site.write("en/words.png", "no image");
  site.write("en/notes.txt", "no image");
  site.must_build_cleanly();
  const auto size = [&](const std::string& name) -> std::string {
    const auto live = site.live();
    const auto* file = live->files().find("kb-file:0/en/" + name);
    if (file == nullptr) return "missing";
    return std::to_string(file->width) + " x " + std::to_string(file->height);
  };
  EXPECT_EQ(size("hub.svg"), "640 x 360");
  EXPECT_EQ(size("d.svg"), "32 x 20");
  EXPECT_EQ(size("words.png"), "0 x 0");
  EXPECT_EQ(size("notes.txt"), "0 x 0");
  site.write("en/a.md", article("A", "![lights](hub.svg)"));  // its size is carried over
  site.must_build_cleanly();
  EXPECT_EQ(size("hub.svg"), "640 x 360");
  site.write("en/hub.svg", "<svg width=\"64\" height=\"36\"/>");
  site.must_build_cleanly();
  EXPECT_EQ(size("hub.svg"), "64 x 36");
}

TEST(Build, ShowsImagesOfDraftsToWritersOnly) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "Text."));
  site.write("en/draft.md", "---\ntitle: D\ndraft: true\n---\n![d](d.svg)\n");
  site.write("en/d.svg", "<svg/>");
  site.must_build_cleanly();
  const auto live = site.live();
  EXPECT_EQ(live->file("kb-file:0/en/d.svg", Audience::everyone), nullptr);
  EXPECT_EQ(live->file("kb-file:0/en/d.svg", Audience::agents), nullptr);
  EXPECT_NE(live->file("kb-file:0/en/d.svg", Audience::writers), nullptr);
}

TEST(Build, TellsOfABrokenCategoryFileInAnyFolder) {
  SiteInFolder site;
  site.write("en/a/b/c.md", article("C", "Text."));
  site.write("en/a/b/_category_.json", "{\"label\": [");
  EXPECT_THAT(lines_of(site.must_build().problems),
              ElementsAre(HasSubstr((site.content() / "en/a/b/_category_.json").string() + ":1")));
  site.write("en/a/b/_category_.json", "{\"label\": \"Deep\"}");
  site.write("categories.yaml", "a: {name: {en: A}, description: {en: About a, ro: Despre a}}\n");
  site.must_build_cleanly();
  const auto live = site.live();
  const auto& categories = live->manifest().categories;
  ASSERT_EQ(categories.size(), 2U);
  EXPECT_EQ(categories[0].description_in("ro", "en"), "Despre a");
  EXPECT_EQ(categories[1].key, "a/b");
  EXPECT_EQ(categories[1].name_in("ro", "en"), "Deep");
}

TEST(Build, PublishesWhatArticlesApplyTo) {
  SiteInFolder site;
  site.write("en/a.md", "---\ntitle: A\napplies_to: [ios]\n---\nText.\n");
  site.write("applies_to.yaml", "platform: {values: {ios: iPhone}}\n");
  site.must_build_cleanly();
  EXPECT_EQ(site.live()->manifest().applies_to.at(0).values.at(0).name_in("en", "en"), "iPhone");
  EXPECT_FALSE(site.must_build_cleanly().published);
  site.write("applies_to.yaml", "platform: {values: {ios: iOS}}\n");
  const auto report = site.must_build_cleanly();
  EXPECT_TRUE(report.published);
  EXPECT_EQ(report.files_read, 0U);
  EXPECT_EQ(site.live()->manifest().applies_to.at(0).values.at(0).name_in("en", "en"), "iOS");
}

// An image that was away during one build never came back, since its article had not changed.
TEST(Build, NoticesAnImageThatIsBack) {
  SiteInFolder site;
  site.write("en/a.md", article("A", "![lights](images/hub.svg)"));
  site.write("en/images/hub.svg", "<svg/>");
  site.must_build_cleanly();
  site.remove("en/images/hub.svg");
  EXPECT_THAT(lines_of(site.must_build().problems), ElementsAre(HasSubstr("hub.svg")));
  EXPECT_THAT(lines_of(site.must_build().problems), ElementsAre(HasSubstr("hub.svg")));
  site.write("en/images/hub.svg", "<svg/>");
  site.must_build_cleanly();
  EXPECT_NE(site.live()->file("kb-file:0/en/images/hub.svg", Audience::everyone), nullptr);
}

TEST(Build, ReadsADocusaurusTree) {
  SiteInFolder site;
  site.config.sources[0].layout = {"docs/{path}.md",
                                   "i18n/{lang}/docusaurus-plugin-content-docs/current/{path}.md"};
  site.write("docs/intro.md", "---\nid: intro\nsidebar_position: 1\n---\n# Welcome\n\nHello.\n");
  site.write("docs/billing/refund.mdx",
             "import Tabs from '@theme/Tabs';\n\n# Refund\n\nSee [intro](../intro.md).\n");
  site.write("docs/billing/_category_.json", "{\"label\": \"Payments\", \"position\": 2}");
  site.write("docs/_partial.md", "Included elsewhere.\n");
  site.write("i18n/pt-BR/docusaurus-plugin-content-docs/current/billing/refund.md",
             "# Reembolso\n\nOlá.\n");
  site.write("i18n/pt-BR/docusaurus-plugin-content-docs/current/billing/_category_.json",
             "{\"label\": \"Pagamentos\"}");
  site.write("i18n/pt-BR/code.json", "{}");
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/billing/refund: Refund", "en/intro: Welcome",
                                           "pt-BR/billing/refund: Reembolso"));
  EXPECT_THAT(site.html("en", "billing/refund"), HasSubstr("kb-article:en/intro"));
  ASSERT_EQ(site.live()->manifest().categories.size(), 1U);
  EXPECT_THAT(
      site.live()->manifest().categories[0].name,
      UnorderedElementsAre(testing::Pair("en", "Payments"), testing::Pair("pt-BR", "Pagamentos")));
}

TEST(Build, ReadsAHugoTree) {
  SiteInFolder site;
  site.config.sources[0].layout = {"{path}.{lang}.md", "{path}.md"};
  site.write("posts/refund.md", "---\ntitle: Refund\ndraft: false\n---\nText.\n");
  site.write("posts/refund.ro.md", "---\ntitle: Rambursare\n---\nText.\n");
  site.write("posts/version-1.2.md", "---\ntitle: Release\n---\nText.\n");
  site.write("posts/secret.md", "---\ntitle: Not yet\ndraft: true\n---\nText.\n");
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(),
              ElementsAre("en/posts/refund: Refund", "en/posts/version-1.2: Release",
                          "ro/posts/refund: Rambursare"));
}

TEST(Build, TakesTurnsWithOtherBuilds) {
  SiteInFolder site;
  write_many(site, 100);
  std::vector<std::thread> threads;
  std::atomic<int> published{0};
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      if (const auto report = site.build(); report && report->published) ++published;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(published, 1);
  EXPECT_EQ(site.live()->number(), 1U);
  EXPECT_EQ(site.articles().size(), 100U);
}

TEST(Build, PublishesTheLanguagesThatTheSiteNames) {
  SiteInFolder site;
  write_many(site, 6);
  site.must_build();
  EXPECT_THAT(site.live()->languages(), ElementsAre("en", "ro"));
  site.config.site.languages = {"ro"};
  site.must_build();
  EXPECT_THAT(site.live()->languages(), ElementsAre("ro"));
  site.config.site.languages.clear();
  site.must_build();
  EXPECT_EQ(site.articles().size(), 6U);
}

}  // namespace
}  // namespace kb
