#include "indexer/replay/candidate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;

class CandidateOf : public testing::Test {
 protected:
  CandidateOf() {
    site.write("en/refund.md", "# Refunds\n\nWithin 14 days.\n");
    site.write("en/voucher.md", "---\ndraft: true\n---\n# Vouchers\n\nEnter the code.\n");
    site.must_build();
  }

  // Ids of what customers could read.
  std::vector<std::string> articles(Drafts drafts) {
    Progress silent(stderr, Progress::Style::silent);
    const auto candidate =
        build_candidate(site.config, {.clock = site.clock, .drafts = drafts}, silent);
    EXPECT_TRUE(candidate) << to_line(candidate.error());
    std::vector<std::string> ids;
    if (!candidate) return ids;
    for (const auto& row :
         candidate->generation->database({"en", Audience::everyone})->catalogue.rows())
      if (!row.id.empty()) ids.push_back(row.id);
    return ids;
  }

  SiteInFolder site;
};

TEST_F(CandidateOf, HasTheSourcesAsTheyAre) {
  site.write("en/parcel.md", "# Parcels\n\nTrack them.\n");
  EXPECT_THAT(articles(Drafts::kept_apart), testing::UnorderedElementsAre("refund", "parcel"));
  EXPECT_THAT(site.articles(), ElementsAre("en/refund: Refunds")) << "what is live stays";
  EXPECT_EQ(site.live()->number(), 1U);
}

// The second trial must not be taken for the first, whose files were the same.
TEST_F(CandidateOf, HasDraftsWhereAsked) {
  EXPECT_THAT(articles(Drafts::kept_apart), ElementsAre("refund"));
  EXPECT_THAT(articles(Drafts::published), testing::UnorderedElementsAre("refund", "voucher"));
  EXPECT_THAT(articles(Drafts::kept_apart), ElementsAre("refund"));
}

TEST_F(CandidateOf, TellsWhichFilesAreNotInIt) {
  site.write("en/bad.md", "---\ntitle: [\n---\nText.\n");
  Progress silent(stderr, Progress::Style::silent);
  const auto candidate = build_candidate(site.config, {.clock = site.clock}, silent);
  ASSERT_TRUE(candidate);
  EXPECT_EQ(candidate->problems.size(), 1U);
}

TEST_F(CandidateOf, LeavesTheStoreAlone) {
  articles(Drafts::published);
  EXPECT_FALSE(std::filesystem::exists(site.folder() / "answerwell.db"));
}

TEST_F(CandidateOf, NeedsSources) {
  site.config.sources.front().path = site.folder() / "nowhere";
  Progress silent(stderr, Progress::Style::silent);
  EXPECT_FALSE(build_candidate(site.config, {.clock = site.clock}, silent));
}

}  // namespace
}  // namespace kb
