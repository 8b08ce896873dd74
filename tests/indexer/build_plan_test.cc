#include "indexer/build_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time kNow = SiteInFolder::kStart;

// Plans against a state as a build of the same files would have left it.
class BuildPlanning : public testing::Test {
 protected:
  BuildPlanning() {
    site.write("en/a.md", "A");
    site.write("en/b.md", "B");
    site.write("ro/a.md", "A");
    for (const auto& file : scan_sources(site.config).files)
      seen.put(file.key(), {file.lang, file.id, file.size, file.modified_ns,
                            content_hash(*read_file(file.file)), std::nullopt, true});
  }

  // "en: reads a; removes b; keeps 1", language by language.
  std::string plan(const std::set<std::string>& rewrite = {}, Time now = kNow) {
    const auto scan = scan_sources(site.config);
    const auto made = plan_build(scan, &seen, rewrite, now);
    std::string text;
    for (const auto& [lang, language] : made.languages) {
      text += lang + ":";
      for (const auto* file : language.read) text += " reads " + file->id + ";";
      for (const auto& id : language.removed) text += " removes " + id + ";";
      text += " keeps " + std::to_string(language.kept) + "\n";
    }
    state_size = made.state.all().size();
    return text;
  }
  void change(const std::string& key, const std::function<void(SeenFile&)>& how) {
    SeenFile file = *seen.find(key);
    how(file);
    seen.put(key, std::move(file));
  }

  SiteInFolder site;
  BuildState seen;
  std::size_t state_size = 0;
};

TEST_F(BuildPlanning, ReadsNothingWhereNothingChanged) {
  EXPECT_EQ(plan(), "en: keeps 2\nro: keeps 1\n");
  EXPECT_EQ(state_size, 3U);
  const auto scan = scan_sources(site.config);
  EXPECT_TRUE(plan_build(scan, &seen, {}, kNow).unchanged());
  EXPECT_EQ(plan_build(scan, nullptr, {}, kNow).files_to_read(), 3U);
}

TEST_F(BuildPlanning, KeepsTouchedFilesWithTheSameBytes) {
  site.write("en/a.md", "A");
  EXPECT_EQ(plan(), "en: keeps 2\nro: keeps 1\n");
}

TEST_F(BuildPlanning, ReadsChangedFiles) {
  site.write("en/a.md", "C");  // as long as before
  site.write("ro/a.md", "Longer");
  EXPECT_EQ(plan(), "en: reads a; keeps 1\nro: reads a; keeps 0\n");
}

TEST_F(BuildPlanning, RemovesWhatIsGone) {
  site.remove("en/b.md");
  site.remove("ro/a.md");
  EXPECT_EQ(plan(), "en: removes b; keeps 1\nro: removes a; keeps 0\n");
  EXPECT_EQ(state_size, 1U);
}

TEST_F(BuildPlanning, TakesARenamedFileForAnotherArticle) {
  std::filesystem::rename(site.content() / "en/b.md", site.content() / "en/c.md");
  EXPECT_EQ(plan(), "en: reads c; removes b; keeps 1\nro: keeps 1\n");
}

// The article stays, from another file: it must not be removed after it was written.
TEST_F(BuildPlanning, KeepsAnArticleWhoseFileHasAnotherEnding) {
  std::filesystem::rename(site.content() / "en/b.md", site.content() / "en/b.mdx");
  EXPECT_EQ(plan(), "en: reads b; keeps 1\nro: keeps 1\n");
}

TEST_F(BuildPlanning, ReadsDueFilesAgain) {
  change("0/en/a.md", [](SeenFile& file) { file.next_change = kNow + std::chrono::seconds{1}; });
  EXPECT_EQ(plan(), "en: keeps 2\nro: keeps 1\n");
  EXPECT_EQ(plan({}, kNow + std::chrono::seconds{1}), "en: reads a; keeps 1\nro: keeps 1\n");
}

TEST_F(BuildPlanning, ReadsFilesWithProblemsAgain) {
  change("0/en/a.md", [](SeenFile& file) { file.clean = false; });
  EXPECT_EQ(plan(), "en: reads a; keeps 1\nro: keeps 1\n");
}

TEST_F(BuildPlanning, ReadsRewrittenLanguagesWhole) {
  EXPECT_EQ(plan({"en"}), "en: reads a; reads b; keeps 0\nro: keeps 1\n");
}

TEST_F(BuildPlanning, ForgetsNothingThatIsOutOfSight) {
  site.config.sources[0].path = site.folder() / "nowhere";
  EXPECT_EQ(plan(), "en: keeps 0\nro: keeps 0\n");
  EXPECT_EQ(state_size, 3U);
}

}  // namespace
}  // namespace kb
