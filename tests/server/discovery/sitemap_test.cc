#include "server/discovery/sitemap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/date.h"
#include "tests/server/discovery/xml_check.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<SitemapEntry> kPages = {
    {"https://help.example.com/en/", parse_time("2026-03-14T15:00:00Z").value()},
    {"https://help.example.com/en/a/x?a=1&b=2"}};

TEST(Sitemaps, ListPagesWithTheDatesThatTheyHave) {
  const auto xml = sitemap_part(kPages);
  EXPECT_EQ(xml_problem(xml), "");
  EXPECT_THAT(xml, HasSubstr("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"));
  EXPECT_THAT(texts_of(xml, "loc"), ElementsAre("https://help.example.com/en/",
                                                "https://help.example.com/en/a/x?a=1&b=2"));
  EXPECT_THAT(texts_of(xml, "lastmod"), ElementsAre("2026-03-14"));
  EXPECT_EQ(xml_problem(sitemap_part({})), "");
}

TEST(Sitemaps, HaveAnIndexOfTheirParts) {
  const auto xml = sitemap_index(kPages);
  EXPECT_EQ(xml_problem(xml), "");
  EXPECT_THAT(xml, HasSubstr("<sitemapindex xmlns="));
  EXPECT_THAT(xml, HasSubstr("<sitemap>\n<loc>"));
  EXPECT_THAT(texts_of(xml, "loc"), testing::SizeIs(2));
  EXPECT_THAT(texts_of(xml, "lastmod"), ElementsAre("2026-03-14"));
}

TEST(Sitemaps, AreCutIntoParts) {
  const auto sizes = [](std::size_t pages, std::size_t most) {
    std::vector<SitemapEntry> all;
    for (std::size_t i = 0; i < pages; ++i) all.push_back({std::to_string(i)});
    std::vector<std::size_t> list;
    std::size_t next = 0;
    for (const auto& part : in_parts(all, most)) {
      list.push_back(part.size());
      for (const auto& page : part) EXPECT_EQ(page.url, std::to_string(next++));
    }
    EXPECT_EQ(next, pages);
    return list;
  };
  EXPECT_THAT(sizes(0, 3), IsEmpty());
  EXPECT_THAT(sizes(1, 3), ElementsAre(1U));
  EXPECT_THAT(sizes(3, 3), ElementsAre(3U));
  EXPECT_THAT(sizes(4, 3), ElementsAre(3U, 1U));
  EXPECT_THAT(sizes(kSitemapPart + 1, kSitemapPart), ElementsAre(kSitemapPart, 1U));
  static_assert(kSitemapPart <= 50'000, "the protocol's limit");
}

}  // namespace
}  // namespace kb
