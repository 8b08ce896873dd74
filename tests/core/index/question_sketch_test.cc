#include "core/index/question_sketch.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/text/analyser.h"
#include "core/text/letter_grams.h"

namespace kb::index {
namespace {

QuestionSketch sketch(std::string_view text, std::string_view lang = "en") {
  static text::Stemmers stemmers;
  text::Analyser analyser(lang, stemmers);
  std::vector<std::uint32_t> grams;
  for (const auto& word : analyser.analyse(text)) text::add_letter_grams(word.forms->folded, grams);
  return sketch_of(grams);
}

// A paragraph of invented words, the same for the same seed.
std::string paragraph(unsigned seed, int words) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < words; ++i) {
    for (int letter = 0; letter < 6; ++letter) text += static_cast<char>('a' + random() % 26);
    text += ' ';
  }
  return text;
}

struct Case {
  std::string a, b;
  bool near;
};
class Questions : public testing::TestWithParam<Case> {};

TEST_P(Questions, AreNearDuplicatesOrNot) {
  const auto a = sketch(GetParam().a);
  const auto b = sketch(GetParam().b);
  EXPECT_EQ(near_duplicate(a, b), GetParam().near) << likeness(a, b);
  EXPECT_EQ(near_duplicate(b, a), GetParam().near);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, Questions,
    testing::Values(
        Case{"Where is my card?", "where is my card", true},
        Case{"My new card has still not arrived", "my new card still has not arrived!!", true},
        Case{"The hub shows a red light since yesterday evening",
             "The hub shows a red light since yesterday morning", true},
        Case{"How do I cancel my subscription?", "How do I renew my subscription?", false},
        Case{"Where is my card?", "Where is my refund?", false}, Case{"help", "help", true},
        Case{"help", "hello", false}, Case{"", "", false},  // nothing asked: nothing in common
        Case{"", "Where is my card?", false},
        // The same long message under two signatures.
        Case{paragraph(1, 80) + "Best regards Ada Example", paragraph(1, 80) + "Thanks Bo Sample",
             true},
        // Long messages that share a third of their text.
        Case{paragraph(1, 40) + paragraph(2, 80), paragraph(1, 40) + paragraph(3, 80), false}));

TEST(QuestionSketch, IsASmallSampleOfALongQuestion) {
  const auto sketched = sketch(paragraph(4, 400));
  EXPECT_EQ(sketched.sample.size(), QuestionSketch::kSample);
  EXPECT_GT(sketched.size, 1000U);
}

TEST(QuestionSketch, EstimatesTheLikenessOfLongQuestions) {
  const auto a = sketch(paragraph(5, 300) + paragraph(6, 300));
  const auto b = sketch(paragraph(5, 300) + paragraph(7, 300));
  EXPECT_NEAR(likeness(a, b), 1.0 / 3, 0.12);
}

// Else a pair could be near duplicates and never be looked at together.
TEST(QuestionSketch, NearDuplicatesShareABand) {
  int shared = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto a = sketch(paragraph(seed, 12) + "alpha");
    const auto b = sketch(paragraph(seed, 12) + "omega");
    ASSERT_TRUE(near_duplicate(a, b)) << likeness(a, b);
    bool any = false;
    for (std::size_t band = 0; band < a.bands.size(); ++band) any |= a.bands[band] == b.bands[band];
    shared += any ? 1 : 0;
  }
  EXPECT_GE(shared, 198);
}

TEST(QuestionSketch, WorksWithoutSpacesBetweenWords) {
  EXPECT_TRUE(
      near_duplicate(sketch("我的银行卡还没有到", "zh"), sketch("我的银行卡还没有到！", "zh")));
  EXPECT_FALSE(near_duplicate(sketch("我的银行卡还没有到", "zh"), sketch("如何取消订阅", "zh")));
}

}  // namespace
}  // namespace kb::index
