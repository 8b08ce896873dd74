#include "server/coverage/broken_links.h"

#include <gmock/gmock.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> broken_in(const SiteInFolder& site, const std::string& id) {
  const auto live = site.live();
  const auto found = live->find("en", id, Audience::everyone);
  EXPECT_TRUE(found);
  return found ? broken_links(*live, *found, site.clock.now()) : std::vector<std::string>();
}

TEST(BrokenLinks, AreThoseWhoseArticleWentAway) {
  SiteInFolder site;
  site.write("en/a.md",
             "# A\n\n[b](b.md), [again](b.md#more), [c](c.md), [out](https://x.example).\n");
  site.write("en/b.md", "# B\n\nText.\n");
  site.write("en/c.md", "# C\n\nText.\n");
  site.must_build();
  EXPECT_THAT(broken_in(site, "a"), IsEmpty());
  site.write("en/b.md", "---\ntitle: B\nexpires_at: 2026-01-01\n---\n\nText.\n");
  site.must_build();
  site.clock = ManualClock(site.clock.now() + std::chrono::hours(48));
  EXPECT_THAT(broken_in(site, "a"), ElementsAre("en/b"));
}

TEST(BrokenLinks, AreNotThoseToWhatMovedOrIsThereInAnotherLanguage) {
  SiteInFolder site;
  site.write("en/a.md", "# A\n\n[old](old.md), [b](b.md).\n");
  site.write("en/new.md", "---\ntitle: New\nredirect_from: [old]\n---\n\nText.\n");
  site.write("en/b.md", "---\ntitle: B\nexpires_at: 2026-01-02\n---\n\nText.\n");
  site.write("pl/b.md", "# B\n\nTekst.\n");
  EXPECT_TRUE(site.build());
  site.clock = ManualClock(site.clock.now() + std::chrono::hours(72));
  EXPECT_THAT(broken_in(site, "a"), IsEmpty());
}

TEST(CurrentObject, FollowsWhatWasRenamed) {
  SiteInFolder site;
  site.write("en/new.md", "---\ntitle: New\nredirect_from: [old]\n---\n\nText.\n");
  site.must_build();
  const auto live = site.live();
  EXPECT_EQ(current_object(*live, "en/old"), "en/new");
  EXPECT_EQ(current_object(*live, "en/new"), "en/new");
  EXPECT_EQ(current_object(*live, "pl/old"), "pl/old");
  EXPECT_EQ(current_object(*live, "nonsense"), "nonsense");
}

}  // namespace
}  // namespace kb
