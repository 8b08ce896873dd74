#include "indexer/live_info.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/index/ranking_prior.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;

class LiveInfos : public testing::Test {
 protected:
  // "en: 2 articles, 1 agents only, 0 drafts, 0 stale, 0 missing"
  std::vector<std::string> languages() {
    site.must_build();
    const auto info = read_live_info(site.config);
    EXPECT_TRUE(info) << to_line(info.error());
    std::vector<std::string> all;
    for (const auto& language : info->languages)
      all.push_back(language.lang + ": " + std::to_string(language.articles) + " articles, " +
                    std::to_string(language.agents_only) + " agents only, " +
                    std::to_string(language.drafts) + " drafts, " + std::to_string(language.stale) +
                    " stale, " + std::to_string(language.missing) + " missing");
    return all;
  }

  static std::string dated(const std::string& updated, const std::string& more = {}) {
    return "---\ntitle: T\nupdated: " + updated + "\n" + more + "---\nText.\n";
  }

  SiteInFolder site;
};

TEST_F(LiveInfos, CountWhatTranslationsLack) {
  site.write("en/a.md", dated("2025-03-01"));
  site.write("en/b.md", dated("2025-03-01"));
  site.write("en/c.md", dated("2025-03-01"));
  site.write("en/d.md", dated("2025-03-01"));
  site.write("ro/a.md", dated("2025-02-01"));
  site.write("ro/b.md", dated("2025-02-01", "source_revision: 2025-03-01\n"));
  site.write("ro/c.md", dated("2025-02-01", "draft: true\n"));
  site.write("ro/easybox.md", dated("2025-02-01"));
  EXPECT_EQ(languages(), (std::vector<std::string>{
                             "en: 4 articles, 0 agents only, 0 drafts, 0 stale, 0 missing",
                             "ro: 3 articles, 0 agents only, 1 drafts, 1 stale, 1 missing"}));
}

TEST_F(LiveInfos, CountWhatIsNotForEveryone) {
  site.write("en/a.md", "Text.\n\n:::agents\nOffer 10 %.\n:::\n");
  site.write("en/b.md", dated("2025-03-01", "audience: agents\n"));
  site.write("en/c.md", dated("2025-03-01", "draft: true\n"));
  site.write("en/d.md", dated("2025-03-01", "publish_at: 2026-05-01\n"));
  site.write("ro/a.md", "Text.\n");
  EXPECT_EQ(languages(), (std::vector<std::string>{
                             "en: 1 articles, 1 agents only, 2 drafts, 0 stale, 0 missing",
                             "ro: 1 articles, 0 agents only, 0 drafts, 0 stale, 1 missing"}));
}

TEST_F(LiveInfos, TellGenerationsApart) {
  site.write("en/a.md", "![a](a.png)");
  site.write("en/a.png", std::string(2000, 'x'));
  site.must_build();
  const auto first = read_live_info(site.config);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->generation, 1U);
  EXPECT_EQ(first->published, SiteInFolder::kStart);
  EXPECT_EQ(first->files, 1U);
  EXPECT_GE(first->index_bytes, first->live_bytes + 2000);
  site.write("en/b.md", "Text.");
  site.must_build();
  const auto second = read_live_info(site.config);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->generation, 2U);
  EXPECT_NE(second->content, first->content);
  EXPECT_EQ(second->analysis, first->analysis);
  EXPECT_GT(second->index_bytes, second->live_bytes);
}

TEST_F(LiveInfos, CountArticlesThatReadersTaughtSearchToRank) {
  site.write("en/a.md", "Text.\n\n:::agents\nOffer 10 %.\n:::\n");
  site.write("en/b.md", "Text.");
  site.write("ro/a.md", "Text.");
  site.must_build();
  const auto file = site.live()->folder() / index::kRankingPriorFile;
  ASSERT_TRUE(write_durably(file, "1.020\ten/a\n0.985\ten/gone\n"));
  const auto info = read_live_info(site.config);
  ASSERT_TRUE(info) << to_line(info.error());
  EXPECT_EQ(info->languages[0].taught, 1U);
  EXPECT_EQ(info->languages[1].taught, 0U);
}

TEST_F(LiveInfos, AreNoneBeforeABuild) {
  const auto info = read_live_info(site.config);
  ASSERT_FALSE(info);
  EXPECT_THAT(info.error().what, HasSubstr("no index yet"));
}

}  // namespace
}  // namespace kb
