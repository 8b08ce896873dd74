#include "core/insights/gaps/gap_texts.h"

#include <gtest/gtest.h>

#include "tests/core/insights/gaps/asked_scenario.h"

namespace kb::insights {
namespace {

constexpr GapWindow kWeek{.before = 20'507, .from = 20'514, .until = 20'521};

GapTexts texts_told(const std::string& text, const GapTopic& named, int shown_from) {
  const AskedScenario scenario(text);
  std::vector<const Asking*> askings;
  for (const Asking& asking : scenario.asked().askings) askings.push_back(&asking);
  return texts_of({scenario.asked(), named, askings, kWeek}, shown_from);
}

const GapTopic kParcel{.lang = "en", .words = {"parcel", "anna"}, .label = "Where is my parcel"};

TEST(GapTexts, ShowWhatEnoughCustomersAsked) {
  const auto texts = texts_told(R"(
    0 en 'where is my parcel' 3 no_results
    1 en 'where is my parcel' 2 found
    1 en 'parcel lost' 6 no_results
    1 en 'parcel of anna' 2 no_results)",
                                kParcel, 5);
  const std::vector<GapQuestion> expected = {{"parcel lost", 6, 6}, {"where is my parcel", 5, 3}};
  EXPECT_EQ(texts.shown, expected);
  EXPECT_EQ(texts.hidden, 1);
  EXPECT_EQ(texts.label, "where is my parcel");
  EXPECT_EQ(texts.words, std::vector<std::string>{"parcel"});
  EXPECT_EQ(texts.questions.size(), 3U);
}

TEST(GapTexts, AreNamedByTheQuestionOfMost) {
  EXPECT_EQ(texts_told("0 en 'parcel lost' 6 no_results\n0 en 'where is my parcel' 2 no_results",
                       kParcel, 5)
                .label,
            "parcel lost");
}

TEST(GapTexts, AreNamedByTheirWordsWhereNoQuestionMayBeShown) {
  EXPECT_EQ(texts_told("0 en 'parcel lost' 3 no_results\n0 en 'my parcel' 3 no_results", kParcel, 5)
                .label,
            "parcel");
}

// Nobody's own words become public: below the threshold nothing of them is told.
TEST(GapTexts, TellNothingOfWhatTooFewAsked) {
  const auto texts = texts_told("0 en 'parcel of anna' 4 no_results", kParcel, 5);
  EXPECT_EQ(texts.label, "");
  EXPECT_TRUE(texts.words.empty());
  EXPECT_TRUE(texts.shown.empty());
}

TEST(GapTexts, LeaveOutWhatWasAskedBefore) {
  EXPECT_TRUE(texts_told("-1 en 'parcel' 9 no_results", kParcel, 5).shown.empty());
}

}  // namespace
}  // namespace kb::insights
