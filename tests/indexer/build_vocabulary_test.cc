#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/build.h"
#include "tests/indexer/sample_content.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

// The team's words for search lie beside the articles' databases, which are carried over.
TEST(Build, PublishesTheTeamsWordsAlone) {
  SiteInFolder site;
  site.config.search.path = site.content() / "_search";
  write_many(site, 12);
  site.must_build_cleanly();
  EXPECT_EQ(site.live()->vocabulary("en"), nullptr);
  const auto content = site.live()->manifest().content;
  const auto records = site.live()->database({"ro", Audience::everyone})->folder;
  const auto links = fs::hard_link_count(records / index::kRecordsFile);

  site.write("_search/en/synonyms.yaml", "two_way: [[refund, money back]]\n");
  const auto report = site.must_build_cleanly();
  EXPECT_TRUE(report.published);
  EXPECT_EQ(report.files_read, 0U);
  EXPECT_EQ(fs::hard_link_count(records / index::kRecordsFile), links + 1);
  ASSERT_NE(site.live()->vocabulary("en"), nullptr);
  EXPECT_EQ(site.live()->vocabulary("en")->synonyms.size(), 1U);
  EXPECT_EQ(site.live()->vocabulary("ro"), nullptr);
  EXPECT_NE(site.live()->manifest().content, content) << "other words, other answers";
  EXPECT_FALSE(site.must_build().published);

  site.write("_search/en/synonyms.yaml", "two_way: [[refund, money back], [alone]]\n");
  EXPECT_THAT(lines_of(site.must_build().problems), ElementsAre(HasSubstr("synonyms.yaml:1: ")));
  EXPECT_EQ(site.live()->vocabulary("en")->synonyms.size(), 1U);
  site.remove("_search");
  EXPECT_TRUE(site.must_build_cleanly().published);
  EXPECT_EQ(site.live()->manifest().content, content);
}

}  // namespace
}  // namespace kb
