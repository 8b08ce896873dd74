#include "core/index/phrase_search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

class PhraseSearching : public testing::Test {
 protected:
  PhraseSearching() {
    auto refund = article("en", "refund", "Get a refund", "Text.");
    refund.body.sections.push_back({"long", "How long a refund takes", 2, "A week."});
    refund.facts.keywords = {"refund time"};
    index.publish({refund, article("en", "plan", "Refund of a plan", "Text.")});
    live = index.open();
  }

  const Suggestions& suggestions() const {
    return live->database({"en", Audience::everyone})->suggestions;
  }
  TypedText read(const std::string& text) {
    text::Analyser analyser("en", index.stemmers());
    return read_typed(text, analyser);
  }
  // "Refund of a plan | How long a refund takes", best first.
  std::string articles(const std::string& text, Slips slips = Slips::none) {
    const auto typed = read(text);
    auto found = PhraseSearch(suggestions(), typed, slips).articles();
    std::ranges::sort(found, {}, &PhraseMatch::rank);
    std::string all;
    for (const auto& match : found)
      all += (all.empty() ? "" : " | ") +
             std::string(suggestions().text(suggestions().phrases()[match.phrase]));
    return all;
  }

  SmallIndex index;
  std::shared_ptr<const Generation> live;
};

TEST_F(PhraseSearching, FindsTheBestPhraseOfEachArticle) {
  EXPECT_EQ(articles("refund"), "Refund of a plan | Get a refund");
  EXPECT_EQ(articles("refund t"), "How long a refund takes");
  EXPECT_EQ(articles("refund ti"), "refund time");
  EXPECT_EQ(articles("long get"), "How long a refund takes") << "with its title";
  EXPECT_EQ(articles("plan long"), "") << "of two articles";
  EXPECT_EQ(articles("a a"), "How long a refund takes") << "once there, once in the title";
  EXPECT_EQ(articles("refnd pln"), "");
  EXPECT_EQ(articles("refnd pln", Slips::allowed), "Refund of a plan");
}

TEST_F(PhraseSearching, RanksWhatIsInPlace) {
  const auto typed = read("refund a");
  const auto found = PhraseSearch(suggestions(), typed, Slips::none).articles();
  ASSERT_EQ(found.size(), 2U);
  for (const auto& match : found) {
    const bool is_plan = suggestions().phrases()[match.phrase].row == 1;
    EXPECT_EQ(match.rank.order, is_plan ? PhraseRank::Order::in_order : PhraseRank::Order::any);
    EXPECT_EQ(match.rank.place, Place::title);
  }
}

TEST_F(PhraseSearching, CompletesFromTheLongestEndThatIsKnown) {
  const auto typed = read("my refund ti");
  const auto found = PhraseSearch(suggestions(), typed, Slips::none).queries(5);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].head, 3U);
  EXPECT_EQ(suggestions().text(suggestions().completions()[found[0].completion]), "refund time");
}

}  // namespace
}  // namespace kb::index
