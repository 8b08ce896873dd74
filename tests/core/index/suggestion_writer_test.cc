#include "core/index/suggestion_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/index/document.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

Suggestions of_titles(const std::vector<std::string>& titles) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  SuggestionWriter writer;
  for (std::uint32_t i = 0; i < titles.size(); ++i) {
    const auto prepared = prepare(article("en", std::to_string(i), titles[i], "."), analyser);
    const auto record = Record::decode(prepared.record);
    EXPECT_TRUE(record);
    writer.add(i, prepared.row, *record);
  }
  return writer.finish();
}

std::vector<std::string> completions_of(const std::vector<std::string>& titles) {
  const auto suggestions = of_titles(titles);
  std::vector<std::string> all;
  for (const auto& each : suggestions.completions())
    all.push_back(std::string(suggestions.text(each)) + " " + std::to_string(each.count));
  return all;
}

TEST(SuggestionWriter, KeepsPhrasesByTheirWords) {
  const auto suggestions = of_titles({"Łódź, ŁÓDŹ", "Plan"});
  ASSERT_EQ(suggestions.phrases().size(), 2U);
  EXPECT_EQ(suggestions.words().size(), 2U);
  EXPECT_THAT(suggestions.phrases_with(*suggestions.words().find("lodz")), ElementsAre(0, 0));
  EXPECT_THAT(suggestions.phrases_with(*suggestions.words().find("plan")), ElementsAre(1));
  EXPECT_EQ(suggestions.text(suggestions.phrases()[1]), "Plan");
}

TEST(SuggestionWriter, CompletesToWhatPeopleWouldStopAt) {
  // "your" ends nothing; "log" does not here; "in" ends one of them.
  EXPECT_THAT(
      completions_of({"Reset your password", "Log in", "Log in by mail"}),
      UnorderedElementsAre("Reset your password 1", "your password 1", "password 1", "Log in 2",
                           "Log in by mail 1", "in 2", "in by mail 1", "by mail 1", "mail 1"));
  // Marks part what commas and colons part; hyphens do not.
  EXPECT_THAT(completions_of({"Orders: pay, e-pay"}),
              UnorderedElementsAre("Orders 1", "pay 2", "e-pay 1"));
  // Half of what always goes on in the same way is nothing of its own.
  EXPECT_THAT(
      completions_of({"Two plans, two plans on", "plans", "on"}),
      UnorderedElementsAre("two plans 2", "two plans on 1", "plans 3", "plans on 1", "on 2"));
}

TEST(SuggestionWriter, TakesTheWritingFromInsideAPhrase) {
  EXPECT_THAT(completions_of({"Slack", "Use slack", "About SLACK"}), testing::Contains("slack 3"));
}

TEST(SuggestionWriter, TakesTextsOfAnyLength) {
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "word" + std::to_string(i) + " ";
  const auto suggestions = of_titles({many, "", std::string(100'000, 'x')});
  EXPECT_EQ(suggestions.phrases()[0].word_count, kMostPhraseWords);
  EXPECT_EQ(suggestions.phrases()[1].word_count, 0U);
}

TEST(SuggestionWriter, FailsWithoutRecords) {
  const TemporaryFolder folder;
  Catalogue catalogue;
  Row row;
  row.id = "a";
  row.record_head_size = 10;
  catalogue.put(row);
  EXPECT_FALSE(collect_suggestions(catalogue, folder.path() / "none"));
  std::ofstream(folder.path() / "short") << "abc";
  EXPECT_FALSE(collect_suggestions(catalogue, folder.path() / "short"));
  std::ofstream(folder.path() / "damaged") << std::string(20, '\xff');
  EXPECT_FALSE(collect_suggestions(catalogue, folder.path() / "damaged"));
}

}  // namespace
}  // namespace kb::index
