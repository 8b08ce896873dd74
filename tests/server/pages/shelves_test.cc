#include "server/pages/shelves.h"

#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;

class ShelvesOfALanguage : public PagesTest {
 protected:
  std::shared_ptr<const Shelves> made(const std::string& lang,
                                      Audience audience = Audience::everyone) {
    return std::make_shared<Shelves>(center.site.config, center.searchers().generation(), lang,
                                     audience, center.site.clock.now());
  }
  // "billing: a b" a line, in the order to show.
  std::vector<std::string> lines(const std::string& lang, Audience audience = Audience::everyone) {
    const auto shelves = made(lang, audience);
    std::vector<std::string> lines;
    for (const auto& key : shelves->order())
      lines.push_back(key + ":" + ids(shelves->articles(key)));
    EXPECT_TRUE(shelves->articles("nonsense").empty());
    return lines;
  }
  static std::string ids(const std::vector<const index::Row*>& rows) {
    std::string line;
    for (const auto* row : rows) line += " " + row->id;
    return line;
  }
  void write(const std::string& path, const std::string& title, const std::string& more = {}) {
    center.site.write(path, "---\ntitle: " + title + "\n" + more + "---\nText.\n");
  }
};

TEST_F(ShelvesOfALanguage, HoldListedArticlesByFolderAndTitle) {
  write("en/zoo/a.md", "Last");
  write("en/apps/a.md", "App");
  center.publish();
  EXPECT_THAT(lines("en"), ElementsAre("billing: billing/refund billing/cards/expired",
                                       "apps: apps/a", "zoo: zoo/a"));
  EXPECT_THAT(lines("ro"), ElementsAre("billing: billing/refund"));
  EXPECT_THAT(lines("fr"), ElementsAre());
}

TEST_F(ShelvesOfALanguage, PutWhatHasAnOrderFirst) {
  write("en/b/late.md", "Z", "order: 2\n");
  write("en/b/first.md", "Y", "order: -1\n");
  write("en/b/same.md", "X", "order: 2\n");
  write("en/b/none.md", "A");
  center.publish();
  EXPECT_EQ(ids(made("en")->articles("b")), " b/first b/same b/late b/none");
}

TEST_F(ShelvesOfALanguage, KeepAFolderTogetherInTheConfiguredOrder) {
  center.site.write("categories.yaml", "b/z: {order: 1}\nb/m: {order: 2}\n");
  write("en/b/z/2.md", "B");
  write("en/b/z/1.md", "Y", "order: 9\n");
  write("en/b/m/deep/3.md", "A", "order: 1\n");
  write("en/b/a/4.md", "A");
  write("en/b/5.md", "Z");
  center.publish();
  EXPECT_EQ(ids(made("en")->articles("b")), " b/5 b/z/1 b/z/2 b/m/deep/3 b/a/4");
}

TEST_F(ShelvesOfALanguage, ThenGoByTheLanguagesOwnOrder) {
  const std::pair<const char*, const char*> titles[] = {{"5", "mapa"},   {"4", "łata"},
                                                        {"3", "lato"},   {"2", "krok 10"},
                                                        {"1", "Krok 2"}, {"6", "żaba"}};
  for (const auto& [id, title] : titles)
    write("pl/b/" + std::string(id) + ".md", "\"" + std::string(title) + "\"");
  write("pl/b/twin.md", "\"mapa\"");
  center.publish();
  EXPECT_EQ(ids(made("pl")->articles("b")), " b/1 b/2 b/3 b/4 b/5 b/twin b/6");
}

TEST_F(ShelvesOfALanguage, OrderCategoriesAsConfiguredThenByName) {
  center.site.write("categories.yaml",
                    "zoo: {order: 2, name: {pl: Zoo}}\nalpha: {order: 3, name: {pl: Alfa}}\n"
                    "beta: {order: 1, name: {pl: Beta}}\n");
  for (const auto* key : {"alpha", "beta", "zoo", "łata", "lato", "mapa"})
    write("pl/" + std::string(key) + "/a.md", "A");
  center.publish();
  EXPECT_THAT(made("pl")->order(), ElementsAre("beta", "zoo", "alpha", "lato", "łata", "mapa"));
}

TEST_F(ShelvesOfALanguage, HoldWhatTheirAudienceReads) {
  write("en/billing/draft.md", "Draft", "draft: true\n");
  write("en/billing/inner.md", "Inner", "audience: agents\n");
  center.site.write("en/parcel.md", "# Parcels\n\nOpen.\n\n:::agents\nSecret.\n:::\n");
  center.publish();
  const auto holds = [&](const std::string& id, Audience audience) {
    return made("en", audience)->find(id) != nullptr;
  };
  for (const auto audience : kAudiences) {
    EXPECT_TRUE(holds("parcel", audience));
    EXPECT_EQ(holds("billing/inner", audience), audience != Audience::everyone);
    EXPECT_EQ(holds("billing/draft", audience), audience == Audience::writers);
    EXPECT_FALSE(holds("unlisted", audience));
    EXPECT_FALSE(holds("two-homes", audience)) << "answers are found by searching";
  }
  EXPECT_EQ(ids(made("en", Audience::agents)->articles("")), " old parcel secret") << "each once";
}

TEST_F(ShelvesOfALanguage, KnowTheNewest) {
  for (int i = 10; i < 70; ++i)
    write("en/many/" + std::to_string(i) + ".md", "Dated", "updated: 2026-02-01\n");
  center.publish();
  const auto newest = made("en")->newest();
  ASSERT_EQ(newest.size(), 50U);
  EXPECT_EQ(newest[0]->id, "billing/refund");
  EXPECT_EQ(newest[1]->id, "many/10");
  EXPECT_EQ(newest[2]->id, "many/11");
}

TEST_F(ShelvesOfALanguage, AreRightUntilTheNextArticleExpires) {
  write("en/longer.md", "Longer", "expires_at: 2026-01-09\n");
  center.publish();
  const auto start = center.site.clock.now();
  const auto shelves = made("en");
  EXPECT_TRUE(shelves->is_valid(start + std::chrono::hours{24} - std::chrono::seconds{1}));
  EXPECT_FALSE(shelves->is_valid(start + std::chrono::hours{24}));
  EXPECT_TRUE(made("ro")->is_valid(start + std::chrono::hours{24 * 3650}));
  center.site.clock.advance(std::chrono::hours{24});
  EXPECT_TRUE(made("en")->is_valid(start + std::chrono::hours{48}));
}

TEST_F(ShelvesOfALanguage, KnowTheNeighbours) {
  write("en/b/1.md", "A");
  write("en/b/2.md", "B");
  write("en/b/3.md", "C");
  center.publish();
  const auto shelves = made("en");
  const auto place = [&](const std::string& id) {
    const auto [previous, next] = shelves->place_of(*shelves->find(id));
    return (previous ? previous->id : "none") + " " + (next ? next->id : "none");
  };
  EXPECT_EQ(place("b/1"), "none b/2");
  EXPECT_EQ(place("b/2"), "b/1 b/3");
  EXPECT_EQ(place("b/3"), "b/2 none");
  const index::Row elsewhere;
  EXPECT_EQ(shelves->place_of(elsewhere).next, nullptr);
}

}  // namespace
}  // namespace kb
