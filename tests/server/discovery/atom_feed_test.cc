#include "server/discovery/atom_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/date.h"
#include "tests/server/discovery/xml_check.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

AtomFeed feed() {
  return {.title = "Fern & Way: news",
          .author = "Fern & Way",
          .lang = "pt-BR",
          .url = "https://help.example.com/pt-BR/feed.xml",
          .home_url = "https://help.example.com/pt-BR/",
          .updated = *parse_time("2026-01-01T08:00:00Z")};
}

TEST(AtomFeeds, AreWellFormedWithoutEntries) {
  const auto xml = atom_feed(feed());
  EXPECT_EQ(xml_problem(xml), "");
  EXPECT_THAT(xml, HasSubstr("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pt-BR\">"));
  EXPECT_THAT(texts_of(xml, "title"), ElementsAre("Fern & Way: news"));
  EXPECT_THAT(texts_of(xml, "id"), ElementsAre("https://help.example.com/pt-BR/feed.xml"));
  EXPECT_THAT(texts_of(xml, "updated"), ElementsAre("2026-01-01T08:00:00Z"));
  EXPECT_THAT(texts_of(xml, "name"), ElementsAre("Fern & Way"));
  EXPECT_THAT(xml, HasSubstr("<link rel=\"self\" type=\"application/atom+xml\" "
                             "href=\"https://help.example.com/pt-BR/feed.xml\"/>"));
}

TEST(AtomFeeds, TellWhatReadersNeedOfEachEntry) {
  auto with_entries = feed();
  with_entries.entries = {{.title = "<b>Refunds</b> & \"more\"\x07",
                           .url = "https://help.example.com/en/a/x?a=1&b=2",
                           .updated = *parse_time("2026-03-14"),
                           .summary = "Within 14 days.",
                           .category = "Payments & plans"},
                          {.title = "Older",
                           .url = "https://help.example.com/en/a/older",
                           .updated = *parse_time("2026-02-01")}};
  const auto xml = atom_feed(with_entries);
  EXPECT_EQ(xml_problem(xml), "");
  EXPECT_THAT(texts_of(xml, "title"),
              ElementsAre("Fern & Way: news", "<b>Refunds</b> & \"more\"", "Older"));
  EXPECT_THAT(texts_of(xml, "id"), ElementsAre("https://help.example.com/pt-BR/feed.xml",
                                               "https://help.example.com/en/a/x?a=1&b=2",
                                               "https://help.example.com/en/a/older"));
  EXPECT_THAT(texts_of(xml, "updated"),
              ElementsAre("2026-03-14T00:00:00Z", "2026-03-14T00:00:00Z", "2026-02-01T00:00:00Z"))
      << "the feed is as new as its newest entry";
  EXPECT_THAT(texts_of(xml, "summary"), ElementsAre("Within 14 days."));
  EXPECT_THAT(xml, HasSubstr("<category term=\"Payments &amp; plans\"/>"));
  EXPECT_THAT(xml, Not(HasSubstr("<category term=\"\"/>")));
}

}  // namespace
}  // namespace kb
