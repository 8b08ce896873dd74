#include "server/gaps/draft_place.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

class FreePlace : public testing::Test {
 protected:
  FreePlace() {
    site.write("en/billing/refund.md", "# Refund\n\nText.\n");
    site.write("pl/hub/reset.md", "# Reset\n\nTekst.\n");
    site.must_build();
  }

  std::string place(const DraftWish& wish) {
    const auto live = site.live();
    const auto place = free_place(site.config, live.get(), wish);
    if (!place) return to_line(place.error());
    EXPECT_EQ(place->file.parent_path().string().find(place->folder.string()), 0U);
    return place->file.lexically_relative(site.folder()).string();
  }

  SiteInFolder site;
};

TEST_F(FreePlace, IsAmongTheArticles) {
  EXPECT_EQ(place({"pl", "billing/voucher"}), "content/pl/billing/voucher.md");
}

TEST_F(FreePlace, IsInTheFolderForDrafts) {
  site.config.gaps.drafts = site.folder() / "drafts";
  EXPECT_EQ(place({"pl", "billing/voucher"}), "drafts/pl/billing/voucher.md");
}

TEST_F(FreePlace, HasANumberWhereTheNameIsTaken) {
  EXPECT_EQ(place({"en", "billing/refund"}), "content/en/billing/refund-2.md");
  site.write("en/billing/refund-2.mdx", "Text.\n");
  EXPECT_EQ(place({"en", "billing/refund"}), "content/en/billing/refund-3.md");
}

// The Polish draft was taken for the translation of an English article about something else.
TEST_F(FreePlace, IsNoTranslationByChance) {
  EXPECT_EQ(place({"pl", "billing/refund"}), "content/pl/billing/refund-2.md");
  EXPECT_EQ(place({"pl", "billing/refund", true}), "content/pl/billing/refund.md");
}

TEST_F(FreePlace, IsNowhereElse) {
  EXPECT_THAT(place({"en", "../../etc/passwd"}), testing::HasSubstr("cannot be a path"));
  site.config.sources.clear();
  EXPECT_THAT(place({"en", "a"}), testing::HasSubstr("no source is for articles"));
}

TEST_F(FreePlace, NeedsNoIndex) {
  EXPECT_TRUE(free_place(site.config, nullptr, {"en", "voucher"}));
}

}  // namespace
}  // namespace kb
