#include "core/index/term_statistics.h"

#include <gtest/gtest.h>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

class Statistics : public testing::Test {
 protected:
  void publish(const std::vector<Article>& articles) {
    index_.publish(articles);
    live_ = index_.open();
  }
  TermStatistics of(const std::string& lang, Audience audience = Audience::everyone) {
    std::vector<const Database*> parts{live_->database({lang, Audience::everyone})};
    if (audience == Audience::agents) parts.push_back(live_->database({lang, audience}));
    return TermStatistics(parts);
  }
  text::WordForms word(const std::string& lang, std::string_view text) {
    text::Analyser analyser(lang, index_.stemmers());
    return *analyser.analyse(text).at(0).forms;
  }

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
};

TEST_F(Statistics, AddUpOverTheDatabasesSearchedTogether) {
  auto agents = article("en", "x/limits", "Limits", "Refunds up to kestrel.");
  agents.facts.audience = Audience::agents;
  auto unlisted = article("en", "a/unlisted", "Unlisted", "Refunds.");
  unlisted.facts.unlisted = true;
  publish({article("en", "a/b", "Refund", "Money."), article("en", "a/c", "Hub", "Refunds."),
           agents, unlisted});
  const auto everyones = of("en");
  EXPECT_EQ(everyones.documents(), 2U);
  EXPECT_EQ(everyones.frequency("Zrefund"), 2U);
  EXPECT_EQ(everyones.frequency("refunds"), 1U);
  EXPECT_EQ(everyones.frequency("kestrel"), 0U);
  const auto of_agents = of("en", Audience::agents);
  EXPECT_EQ(of_agents.documents(), 3U);
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(of_agents.frequency("Zrefund"), 3U);
    EXPECT_EQ(of_agents.frequency("kestrel"), 1U);
    EXPECT_EQ(of_agents.frequency(""), 0U);
  }
}

// More terms than are remembered, asked for in turn.
TEST_F(Statistics, RememberedOnesAreNotMixedUp) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "w" + std::to_string(i) + " ";
  publish({article("en", "a/b", "One", text), article("en", "a/c", "Two", "w1 w2")});
  const auto statistics = of("en");
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 1000; ++i)
      ASSERT_EQ(statistics.frequency("w" + std::to_string(i)), i == 1 || i == 2 ? 2U : 1U) << i;
}

TEST_F(Statistics, CommonIsWhatNearlyAThirdHas) {
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(article("en", "a/" + std::to_string(i), "T",
                               i < 9    ? "rare"
                               : i < 15 ? "usual sensor"
                               : i < 19 ? "usual sensor general"
                                        : "general"));
  articles.push_back(article("ro", "a/0", "T", "puține"));
  publish(articles);
  EXPECT_FALSE(of("en").is_common(word("en", "rare"), true));
  EXPECT_TRUE(of("en").is_common(word("en", "usual"), true));
  EXPECT_FALSE(of("en").is_common(word("en", "sensor"), true)) << "long: what it is all about";
  EXPECT_FALSE(of("ro").is_common(word("ro", "puține"), true)) << "one article cannot tell";
}

TEST_F(Statistics, KnowAWordInEveryInflectionAndSpelling) {
  publish({article("ro", "a/b", "Plăți", "Rambursarea banilor, fara diacritice.")});
  const auto statistics = of("ro");
  for (const char* known : {"plăți", "plati", "PLĂȚI", "plata", "rambursare", "fără"})
    EXPECT_TRUE(statistics.is_known(word("ro", known), true)) << known;
  for (const char* unknown : {"zebră", "plutea", "ramburs1"})
    EXPECT_FALSE(statistics.is_known(word("ro", unknown), true)) << unknown;
}

}  // namespace
}  // namespace kb::index
