#include "indexer/source_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> names(const Scan& scan) {
  std::vector<std::string> names;
  for (const auto& file : scan.files) names.push_back(file.lang + "/" + file.id);
  return names;
}

class SourceScan : public testing::Test {
 protected:
  Scan scan() const { return scan_sources(site.config); }
  SiteInFolder site;
};

TEST_F(SourceScan, FindsArticlesInOrderOfLanguageAndId) {
  site.write("ro/b.md", "B");
  site.write("en/z/a.md", "A");
  site.write("en/b c.mdx", "B C");
  site.write("en/picture.svg", "<svg/>");
  site.write("pt_BR/a.md", "A");
  const auto found = scan();
  EXPECT_THAT(names(found), ElementsAre("en/b c", "en/z/a", "pt-BR/a", "ro/b"));
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_EQ(found.files[0].path, "en/b c.mdx");
  EXPECT_EQ(found.files[0].key(), "0/en/b c.mdx");
  EXPECT_EQ(found.files[0].file, site.content() / "en/b c.mdx");
  EXPECT_EQ(found.files[0].size, 3U);
  EXPECT_GT(found.files[0].modified_ns, 0);
}

TEST_F(SourceScan, PassesOverToolsAndPartials) {
  for (const auto* path : {".git/en/a.md", "en/.draft.md", "en/_partial.md", "en/_parts/a.md",
                           "en/node_modules/x/readme.md"})
    site.write(path, "Text");
  site.write("en/posts/_index.md", "Text");
  EXPECT_THAT(names(scan()), ElementsAre("en/posts/_index"));
}

TEST_F(SourceScan, TellsOfFilesWithOneId) {
  site.write("en/a.md", "A");
  site.write("en/a.mdx", "A");
  const auto found = scan();
  EXPECT_THAT(names(found), ElementsAre("en/a"));
  EXPECT_EQ(found.files[0].path, "en/a.md");
  ASSERT_EQ(found.duplicates.size(), 1U);
  EXPECT_EQ(found.duplicates[0].path, "en/a.mdx");
  EXPECT_THAT(lines_of(found.problems),
              ElementsAre((site.content() / "en/a.mdx").string() + ": has the id 'a' of " +
                          (site.content() / "en/a.md").string()));
}

TEST_F(SourceScan, FollowsSymbolicLinksWithinTheSourceOnly) {
  std::ofstream(site.folder() / "secret.md") << "Secret";
  site.write("en/a.md", "A");
  fs::create_symlink("a.md", site.content() / "en/inside.md");
  fs::create_symlink(site.folder() / "secret.md", site.content() / "en/outside.md");
  fs::create_symlink("nowhere.md", site.content() / "en/broken.md");
  fs::create_directory_symlink("..", site.content() / "en/loop");
  const auto found = scan();
  EXPECT_THAT(names(found), ElementsAre("en/a", "en/inside"));
  EXPECT_THAT(lines_of(found.problems),
              testing::UnorderedElementsAre(HasSubstr("outside.md"), HasSubstr("broken.md")));
}

TEST_F(SourceScan, TellsOfAMissingSource) {
  site.config.sources.emplace_back().path = site.folder() / "nowhere";
  site.write("en/a.md", "A");
  const auto found = scan();
  EXPECT_THAT(names(found), ElementsAre("en/a"));
  EXPECT_THAT(lines_of(found.problems),
              ElementsAre((site.folder() / "nowhere").string() + ": the source is no folder"));
  EXPECT_THAT(found.unreadable, ElementsAre("1/"));
}

// Root reads every folder, so a child process gives its rights away first.
TEST_F(SourceScan, TellsOfAnUnreadableFolder) {
  site.write("en/a.md", "A");
  site.write("en/locked/b.md", "B");
  fs::permissions(site.folder(), fs::perms::all);
  fs::permissions(site.content() / "en/locked", fs::perms::none);
  EXPECT_EXIT(
      {
        if (::geteuid() == 0 && ::seteuid(65534) != 0) ::_exit(2);
        const auto found = scan();
        const bool told = found.problems.size() == 1 && names(found).size() == 1 &&
                          found.unreadable == std::vector<std::string>{"0/en/locked/"};
        ::_exit(told ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
  fs::permissions(site.content() / "en/locked", fs::perms::owner_all);
}

TEST_F(SourceScan, HearsTheLanguageOfFilesOutsideAnyFolder) {
  site.write("haeufige-fragen.md",
             "# Häufige Fragen\n\nWie bekomme ich mein Geld zurück? Schreiben Sie uns einfach eine "
             "Nachricht, wir antworten innerhalb eines Tages.\n");
  site.write("codes.md", "E-1042\n");
  EXPECT_THAT(names(scan()), ElementsAre("de/haeufige-fragen", "en/codes"));
}

// Only layouts gave ids in NFC, not files outside any language.
TEST_F(SourceScan, GivesIdsInNfc) {
  site.write("cafe\u0301.md", "E-1042\n");
  EXPECT_THAT(names(scan()), ElementsAre("en/café"));
}

TEST_F(SourceScan, TellsOfFoldersThatAreNoLanguage) {
  site.write("imgs/a.md", "A");
  site.write("imgs/b.md", "B");
  const auto found = scan();
  EXPECT_THAT(names(found), IsEmpty());
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_THAT(found.problems[0].what, HasSubstr("'imgs' is no language tag"));
  EXPECT_THAT(found.problems[0].hint, HasSubstr("pt-BR"));
}

TEST_F(SourceScan, TakesThePublishedLanguagesOnly) {
  site.write("en/a.md", "A");
  site.write("ro/a.md", "A");
  site.config.site.languages = {"ro"};
  EXPECT_THAT(names(scan()), ElementsAre("ro/a"));
}

TEST_F(SourceScan, FindsAnswersAndCategoryFiles) {
  site.config.sources[0].kind = SourceKind::answers;
  site.write("en/a.md", "A");
  site.write("categories.yaml", "billing: Billing");
  site.write("en/categories.yaml", "not at the root: none");
  site.write("en/billing/_category_.json", "{}");
  const auto found = scan();
  EXPECT_EQ(found.files.at(0).kind, Kind::answer);
  ASSERT_EQ(found.category_files.size(), 2U);
  EXPECT_EQ(found.category_files[0].path, "categories.yaml");
  EXPECT_EQ(found.category_files[1].path, "en/billing/_category_.json");
}

}  // namespace
}  // namespace kb
