#include "core/index/searcher.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "tests/core/index/searching.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Searching, RanksTheTitleAboveTheText) {
  index_.publish({article("en", "a/body", "Orders", "You can return it and get a refund."),
                  article("en", "a/title", "Refund", "You can return it and get your money."),
                  article("en", "a/none", "Hub", "Plug it in.")});
  EXPECT_THAT(found(request_for("refunds")), ElementsAre("en/a/title", "en/a/body"));
  EXPECT_THAT(found(request_for("zebra")), IsEmpty());
  EXPECT_THAT(found(request_for("")), IsEmpty());
  EXPECT_THAT(found(request_for("refund", "xx")), IsEmpty());
}

TEST_F(Searching, FindsPhrasesInEveryScript) {
  index_.publish({article("en", "a/together", "T", "With express delivery today."),
                  article("en", "a/apart", "T", "Delivery by express."),
                  article("ja", "a/together", "T", "注文の返金について"),
                  article("ja", "a/apart", "T", "返金と注文"),
                  article("th", "a/together", "T", "ต้องการเงินคืน")});
  EXPECT_THAT(found(request_for("\"express delivery\"")), ElementsAre("en/a/together"));
  EXPECT_THAT(found(request_for("「注文の返金」\"注文の返金\"", "ja")),
              ElementsAre("ja/a/together"));
  EXPECT_THAT(found(request_for("\"เงินคืน\"", "th")), ElementsAre("th/a/together"));
}

TEST_F(Searching, NoPhraseSpansTitleAndText) {
  index_.publish({article("en", "a/b", "About express", "Delivery is fast.")});
  EXPECT_THAT(found(request_for("\"express delivery\"")), IsEmpty());
}

TEST_F(Searching, ExcludesAndFilters) {
  index_.publish({article("en", "billing/refund", "Refund", "Money."),
                  article("en", "gifts/refund", "Refund", "Of gifts and money.")});
  EXPECT_THAT(found(request_for("refund -gift")), ElementsAre("en/billing/refund"));
  EXPECT_THAT(found(request_for("refund -\"gifts and\"")), ElementsAre("en/billing/refund"));
  auto request = request_for("refund");
  request.category = "gifts";
  EXPECT_THAT(found(request), ElementsAre("en/gifts/refund"));
  request.category = "nothing";
  EXPECT_THAT(found(request), IsEmpty());
}

TEST_F(Searching, CountsCategoriesAndExplainsWhereAsked) {
  index_.publish({article("en", "billing/a", "Refund", "x"),
                  article("en", "billing/b", "Refund", "x"),
                  article("en", "gifts/c", "Refund", "x")});
  auto request = request_for("refund");
  request.limit = 1;
  request.count_categories = request.explain = true;
  const auto results = search(request);
  EXPECT_EQ(results.by_category,
            (std::map<std::string, std::size_t>{{"billing", 2}, {"gifts", 1}}));
  EXPECT_THAT(results.explanation,
              ElementsAre(HasSubstr("en: \"refund\": Query("), HasSubstr("billing/a: ")));
}

TEST_F(Searching, LandsOnTheBestSection) {
  auto one = article("en", "a/b", "Refunds", "About <refunds>.");
  one.body.sections.push_back({"late", "When it is late", 2, "Write to us."});
  index_.publish({one});
  const auto results = search(request_for("late"));
  ASSERT_EQ(results.hits.size(), 1U);
  ASSERT_TRUE(results.hits[0].section);
  EXPECT_EQ(results.hits[0].section->anchor, "late");
  EXPECT_EQ(results.hits[0].section->title, "When it is late");
  EXPECT_EQ(search(request_for("about")).hits[0].snippet_html,
            "<mark>About</mark> &lt;refunds&gt;.");
}

TEST_F(Searching, GoesOnIntoFallbacksWithNoArticleTwice) {
  index_.publish(
      {article("ro", "a/both", "Refund", "x"), article("en", "a/both", "Refund", "x"),
       article("en", "a/english", "Refund", "x"), article("de", "a/german", "Refund", "x"),
       article("de", "a/english", "Refund", "x"), article("fr", "a/french", "Refund", "x")});
  EXPECT_THAT(found(request_for("refund", "ro", {"en", "de", "ro", "xx", "en"})),
              ElementsAre("ro/a/both", "~en/a/english", "~de/a/german"));
  EXPECT_THAT(found(request_for("refund", "xx", {"de"})),
              ElementsAre("~de/a/german", "~de/a/english"));
}

TEST_F(Searching, PagesThroughAllLanguagesWithOneTotal) {
  std::vector<Article> articles;
  for (int i = 0; i < 25; ++i) {
    const auto id = "a/" + std::to_string(i);
    if (i < 13) articles.push_back(article("ro", id, "Refund", "x"));
    if (i > 8) articles.push_back(article("en", id, "Refund", "x"));
  }
  index_.publish(articles);
  for (const std::size_t limit : {1U, 4U, 13U, 100U}) {
    std::set<std::string> seen;
    bool in_fallback = false;
    for (std::size_t offset = 0; offset < 40; offset += limit) {
      auto request = request_for("refund", "ro", {"en"});
      request.limit = limit;
      request.offset = offset;
      const auto page = search(request);
      EXPECT_EQ(page.total, 25U) << limit << " from " << offset;
      EXPECT_FALSE(page.total_is_lower_bound);
      for (const auto& hit : page.hits) {
        EXPECT_TRUE(seen.insert(hit.id).second) << hit.id << " twice";
        EXPECT_GE(hit.fallback, in_fallback) << "own language after a fallback";
        in_fallback = hit.fallback;
      }
    }
    EXPECT_EQ(seen.size(), 25U);
  }
}

TEST_F(Searching, TotalsAreExactUpToAThousand) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kExactTotal; ++i)
    articles.push_back(article("en", "a/" + std::to_string(i), "Refund", "x"));
  index_.publish(articles);
  const auto exact = search(request_for("refund"));
  EXPECT_EQ(exact.total, kExactTotal);
  EXPECT_FALSE(exact.total_is_lower_bound);
}

TEST_F(Searching, NeverFindsWhatExpiredOrIsUnlisted) {
  auto expired = article("en", "a/expired", "Refund", "x");
  expired.facts.expires_at = kSearchTime;
  auto lasting = article("en", "a/lasting", "Refund", "x");
  lasting.facts.expires_at = kSearchTime + std::chrono::seconds{1};
  auto unlisted = article("en", "a/unlisted", "Refund", "x");
  unlisted.facts.unlisted = true;
  index_.publish({expired, lasting, unlisted});
  const auto results = search(request_for("refund"));
  EXPECT_THAT(hits(results), ElementsAre("en/a/lasting"));
  EXPECT_EQ(results.total, 1U);
}

class AgentsOnly : public Searching {
 protected:
  void SetUp() override {
    index_.publish({article("en", "a/refund", "Refund", "Everyone reads this."),
                    for_agents(article("en", "a/refund", "Refund", "Goodwill up to kestrel.")),
                    article("en", "a/other", "Other", "Refund as well."),
                    for_agents(article("en", "x/internal", "Wombat", "Refund limit marmoset.")),
                    for_agents(article("de", "x/intern", "Dachs", "Nur wiesel."))});
  }
};

// Xapian's filter was told a document's number but not its database: agents saw the wrong version.
TEST_F(AgentsOnly, AgentsSeeTheirVersionOnce) {
  auto request = request_for("refund");
  request.audience = Audience::agents;
  const auto results = search(request);
  EXPECT_EQ(results.total, 3U);
  EXPECT_THAT(hits(results),
              testing::UnorderedElementsAre("en/a/refund", "en/a/other", "en/x/internal"));
  request.text = "kestrel";
  EXPECT_THAT(found(request), ElementsAre("en/a/refund"));
  request.text = "everyone";
  EXPECT_THAT(found(request), IsEmpty()) << "the public version is not theirs";
}

TEST_F(AgentsOnly, NothingOfItReachesThePublic) {
  for (const char* word : {"kestrel", "wombat", "marmoset", "dachs", "wiesel", "goodwill",
                           "\"refund limit\"", "limit internal"})
    for (const char* lang : {"en", "de"}) {
      auto request = request_for(word, lang, {"en", "de"});
      request.count_categories = true;
      const auto results = search(request);
      EXPECT_EQ(results.total, 0U) << word;
      EXPECT_THAT(results.hits, IsEmpty());
      EXPECT_THAT(results.by_category, IsEmpty());
    }
  auto filtered = request_for("refund");
  filtered.category = "x";
  EXPECT_THAT(found(filtered), IsEmpty());
}

// Bytes of the files themselves: not even a spelling or a count can leak what is not there.
TEST_F(AgentsOnly, NoPublicFileHoldsAWordOfIt) {
  const auto live = index_.open();
  for (const auto& lang : live->languages())
    for (const auto& file :
         std::filesystem::directory_iterator(live->database({lang, Audience::everyone})->folder)) {
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), {});
      for (const char* word : {"kestrel", "ombat", "marmoset", "achs", "wiesel", "oodwill"})
        EXPECT_EQ(bytes.find(word), std::string::npos) << word << " in " << file.path();
    }
}

class Drafts : public Searching {
 protected:
  void SetUp() override {
    index_.publish(
        {article("en", "a/refund", "Refund", "Everyone reads this."),
         article("en", "a/other", "Other", "Refund as well."),
         for_agents(article("en", "a/refund", "Refund", "Goodwill refund up to kestrel.")),
         for_agents(article("en", "x/internal", "Wombat", "Refund limit.")),
         draft(article("en", "d/draft", "Axolotl", "Refund quokka.")),
         draft(article("en", "d/second", "Second", "Refund quokka.")),
         draft(article("de", "d/entwurf", "Entwurf", "Refund tapir."))});
  }
};

TEST_F(Drafts, ReachNeitherThePublicNorAgents) {
  for (const auto audience : {Audience::everyone, Audience::agents})
    for (const char* word : {"axolotl", "quokka", "tapir", "entwurf", "\"refund quokka\""})
      for (const char* lang : {"en", "de"}) {
        auto request = request_for(word, lang, {"en", "de"});
        request.audience = audience;
        request.count_categories = true;
        const auto results = search(request);
        EXPECT_EQ(results.total, 0U) << word;
        EXPECT_THAT(results.by_category, IsEmpty()) << word;
      }
  const auto live = index_.open();
  for (const auto audience : {Audience::everyone, Audience::agents})
    for (const auto& file :
         std::filesystem::directory_iterator(live->database({"en", audience})->folder)) {
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), {});
      for (const char* word : {"xolotl", "quokka"})
        EXPECT_EQ(bytes.find(word), std::string::npos) << word << " in " << file.path();
    }
}

TEST_F(Drafts, AreFoundByWritersWithAllElse) {
  auto request = request_for("refund", "en", {"de"});
  request.audience = Audience::writers;
  request.count_categories = true;
  const auto results = search(request);
  EXPECT_THAT(hits(results),
              testing::UnorderedElementsAre("en/a/refund", "en/a/other", "en/x/internal",
                                            "en/d/draft", "en/d/second", "~de/d/entwurf"));
  EXPECT_EQ(results.total, 6U);
  EXPECT_EQ(results.by_category,
            (std::map<std::string, std::size_t>{{"a", 2}, {"d", 3}, {"x", 1}}));
  request.text = "kestrel";
  EXPECT_THAT(found(request), ElementsAre("en/a/refund")) << "as agents read it";
  request.text = "axolotl";
  EXPECT_THAT(found(request), ElementsAre("en/d/draft"));
}

TEST_F(Drafts, AreRelatedForWritersOnly) {
  Searcher searcher(index_.open(), index_.stemmers());
  const auto related = [&](std::string id, Audience audience) {
    std::vector<std::string> ids;
    const auto rows = searcher.related(
        {.id = std::move(id), .lang = "en", .limit = 9, .audience = audience, .now = kSearchTime});
    EXPECT_TRUE(rows);
    for (const auto& row : *rows) ids.push_back(row.id);
    return ids;
  };
  EXPECT_THAT(related("d/draft", Audience::everyone), IsEmpty());
  EXPECT_THAT(related("d/draft", Audience::agents), IsEmpty());
  EXPECT_THAT(related("d/draft", Audience::writers), testing::Contains("d/second"));
  for (const auto audience : {Audience::everyone, Audience::agents})
    for (const auto& id : related("a/refund", audience)) EXPECT_NE(id.substr(0, 2), "d/");
}

TEST_F(Searching, RelatedAreAboutTheSame) {
  auto hidden = article("en", "a/unlisted", "Refund refund", "refund money order");
  hidden.facts.unlisted = true;
  auto expired = article("en", "a/expired", "Refund", "refund money order");
  expired.facts.expires_at = kSearchTime;
  index_.publish({article("en", "a/refund", "Refund", "refund money order"),
                  article("en", "a/money", "Money", "refund money back"), hidden, expired,
                  for_agents(article("en", "x/internal", "Refund", "refund money order")),
                  article("en", "b/hub", "Hub", "plug the hub in"),
                  article("en", "b/light", "Light", "plug the light in")});
  Searcher searcher(index_.open(), index_.stemmers());
  const auto related = [&](std::string id, Audience audience = Audience::everyone) {
    std::vector<std::string> ids;
    const auto rows = searcher.related(
        {.id = std::move(id), .lang = "en", .limit = 5, .audience = audience, .now = kSearchTime});
    EXPECT_TRUE(rows);
    for (const auto& row : *rows) ids.push_back(row.id);
    return ids;
  };
  EXPECT_THAT(related("a/refund"), ElementsAre("a/money"));
  EXPECT_THAT(related("b/hub"), ElementsAre("b/light"));
  EXPECT_THAT(related("a/refund", Audience::agents),
              testing::UnorderedElementsAre("a/money", "x/internal"));
  EXPECT_THAT(related("x/internal"), IsEmpty());
  EXPECT_THAT(related("a/unlisted"), IsEmpty());
  EXPECT_THAT(related("missing"), IsEmpty());
}

TEST_F(Searching, ADamagedDatabaseIsAnErrorNotAnEmptyResult) {
  index_.publish({article("en", "a/b", "Refund", "x")});
  const auto live = index_.open();
  const auto folder = live->folder() / "en.public";
  for (const char* file : {"iamglass", "postlist.glass"})
    std::ofstream(folder / file, std::ios::binary | std::ios::trunc) << std::string(100, '\xff');
  Searcher searcher(live, index_.stemmers());
  const auto found = searcher.search(request_for("refund"));
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().where, HasSubstr("gen-000001"));
  EXPECT_FALSE(searcher.search(request_for("refund"))) << "the second time, too";
}

}  // namespace
}  // namespace kb::index
