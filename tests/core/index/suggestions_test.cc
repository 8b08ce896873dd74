#include "core/index/suggestions.h"

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/index/phrase_search.h"
#include "tests/core/index/damage.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

std::string sample_bytes() {
  SmallIndex index;
  auto refund = article("en", "refund", "Get a refund", "Text.");
  refund.body.sections.push_back({"how-long", "How long", 2, "A week."});
  refund.facts.tags = {"money"};
  index.publish({refund, article("en", "reset", "Reset", "Text.")});
  const auto bytes =
      read_file(index.open()->database({"en", Audience::everyone})->folder / kSuggestionsFile);
  EXPECT_TRUE(bytes);
  return bytes.value_or("");
}

TEST(SuggestionsFile, ComesBackAsItWasWritten) {
  const auto bytes = sample_bytes();
  const auto suggestions = Suggestions::decode(bytes, 2);
  ASSERT_TRUE(suggestions);
  EXPECT_EQ(suggestions->encode(), bytes);
  ASSERT_EQ(suggestions->phrases().size(), 4U);
  const auto& heading = suggestions->phrases()[1];
  EXPECT_EQ(heading.place, Place::heading);
  EXPECT_EQ(heading.title, 0U);
  EXPECT_EQ(suggestions->text(heading), "How long");
  EXPECT_EQ(suggestions->anchor(heading), "how-long");
  EXPECT_EQ(suggestions->phrases()[2].place, Place::label);
  EXPECT_EQ(suggestions->phrases()[3].row, 1U);
  EXPECT_FALSE(Suggestions::decode(bytes, 1)) << "of another catalogue";
}

TEST(SuggestionsFile, SurvivesDamage) {
  const TypedText typed{"get lo", {{"get", 0}, {"lo", 4}}, false};
  const TypedText one{"r", {{"r", 0}}, false};
  for_each_damage(sample_bytes(), [&](const std::string& damaged) {
    const auto suggestions = Suggestions::decode(damaged, 2);
    if (!suggestions) return;
    for (const auto* text : {&typed, &one}) {
      const PhraseSearch search(*suggestions, *text, Slips::allowed);
      for (const auto& match : search.articles())
        suggestions->anchor(suggestions->phrases()[match.phrase]);
      search.articles_run_together();
      for (const auto& match : search.queries(10))
        suggestions->text(suggestions->completions()[match.completion]);
    }
  });
}

TEST(SuggestionWord, HasNeitherCaseNorDiacritics) {
  EXPECT_EQ(suggestion_word("Plăți"), "plati");
  EXPECT_EQ(suggestion_word("ŁÓDŹ"), "lodz");
  EXPECT_EQ(suggestion_word("\u0640"), "\u0640") << "never empty";
}

}  // namespace
}  // namespace kb::index
