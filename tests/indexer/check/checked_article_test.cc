#include "indexer/check/checked_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class CheckedArticles : public testing::Test {
 protected:
  CheckedArticle read(const std::string& text) {
    site.write("en/a.md", text);
    scan = scan_sources(site.config);
    return read_checked_article(scan.files.at(0), LinkResolver(site.config), SiteInFolder::kStart,
                                findings);
  }
  Reach reach(const std::string& front_matter) {
    return read("---\n" + front_matter + "\n---\nText.").reach;
  }

  SiteInFolder site;
  Scan scan;
  Findings findings;
};

TEST_F(CheckedArticles, KnowWhoReadsThem) {
  EXPECT_EQ(reach("title: T"), Reach::everyone);
  EXPECT_EQ(reach("unlisted: true"), Reach::everyone);
  EXPECT_EQ(reach("audience: agents"), Reach::agents);
  EXPECT_EQ(reach("draft: true\naudience: agents"), Reach::draft);
  EXPECT_EQ(reach("publish_at: 2026-01-02"), Reach::draft);
  EXPECT_EQ(reach("publish_at: 2026-01-01"), Reach::everyone);
  EXPECT_EQ(reach("expires_at: 2026-01-01"), Reach::expired);
  EXPECT_EQ(reach("expires_at: 2026-01-02"), Reach::everyone);
  EXPECT_EQ(reach("draft: true\nexpires_at: 2025-01-01"), Reach::expired);
}

TEST_F(CheckedArticles, TellApartWhatOnlyAgentsRead) {
  const auto article = read(
      "[a](https://a.b)\n\n## One\n\nText.\n\n:::agents\n## Two {applies_to=ios}\n\n"
      "[b](https://b.c)\n![c](https://c.d/e.png)\n:::\n");
  EXPECT_THAT(article.outline.headings, SizeIs(1));
  EXPECT_THAT(article.outline.links, SizeIs(1));
  EXPECT_THAT(article.outline.images, IsEmpty());
  ASSERT_THAT(article.agents_outline.headings, SizeIs(1));
  EXPECT_EQ(article.agents_outline.headings[0].text, "Two");
  ASSERT_THAT(article.agents_outline.links, SizeIs(1));
  EXPECT_EQ(article.agents_outline.links[0].line, 10);
  EXPECT_THAT(article.agents_outline.images, SizeIs(1));
  EXPECT_THAT(article.agents_outline.applies_to, SizeIs(1));
}

TEST_F(CheckedArticles, AreReadThoughNobodySeesThem) {
  const auto draft = read("---\ndraft: true\n---\n:::agents\n## Two\n\nText.\n:::\n");
  EXPECT_TRUE(draft.readable);
  EXPECT_THAT(draft.outline.headings, SizeIs(1));
  EXPECT_THAT(draft.agents_outline.headings, IsEmpty());
  EXPECT_THAT(findings.take(), IsEmpty());
}

TEST_F(CheckedArticles, KnowTheirPlaces) {
  const auto article = read("---\ntitle: T\nowner: Ana\n---\nText.");
  const Place place{(site.content() / "en/a.md").string(), 3, "en", "a"};
  EXPECT_EQ(article.place_of("owner"), place);
}

TEST_F(CheckedArticles, AreNotReadableWhenBroken) {
  EXPECT_FALSE(read("---\ntitle: [\n---\nText.").readable);
  EXPECT_FALSE(read("Caf\xE9").readable);
  EXPECT_THAT(findings.take(), SizeIs(2));
}

}  // namespace
}  // namespace kb
