#include "core/text/letter_grams.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace kb::text {
namespace {

std::vector<std::uint32_t> grams_of(std::string_view folded) {
  std::vector<std::uint32_t> grams;
  add_letter_grams(folded, grams);
  return grams;
}

std::size_t shared(std::string_view a, std::string_view b) {
  const auto of_a = grams_of(a);
  const auto of_b = grams_of(b);
  const std::set<std::uint32_t> known(of_b.begin(), of_b.end());
  return static_cast<std::size_t>(
      std::count_if(of_a.begin(), of_a.end(), [&](auto gram) { return known.contains(gram); }));
}

struct Count {
  std::string_view word;
  std::size_t grams;
};
class LetterGrams : public testing::TestWithParam<Count> {};

TEST_P(LetterGrams, AreAsManyAsPlaces) {
  EXPECT_EQ(grams_of(GetParam().word).size(), GetParam().grams);
}

INSTANTIATE_TEST_SUITE_P(Letters, LetterGrams,
                         testing::Values(Count{"", 0}, Count{"a", 1}, Count{"ab", 1},
                                         Count{"abc", 2}, Count{"lange", 4}, Count{"aaaaaaaa", 7},
                                         Count{"оплата", 5}, Count{"ที่", 2}));
INSTANTIATE_TEST_SUITE_P(Characters, LetterGrams,
                         testing::Values(Count{"返", 1}, Count{"返金", 1}, Count{"返金額", 2},
                                         Count{"비밀번호", 3}, Count{"かな", 1}, Count{"𠀀𠀁", 1}));

struct WordPair {
  std::string_view a, b;
  std::size_t shared;
};
class SharedGrams : public testing::TestWithParam<WordPair> {};

TEST_P(SharedGrams, TellHowMuchWordsHaveInCommon) {
  const auto& [a, b, count] = GetParam();
  EXPECT_EQ(shared(a, b), count);
  EXPECT_EQ(shared(b, a), count);
}

INSTANTIATE_TEST_SUITE_P(Words, SharedGrams,
                         testing::Values(WordPair{"rechnung", "rechnungsadresse", 6},
                                         WordPair{"adresse", "rechnungsadresse", 5},
                                         WordPair{"platnosc", "platnosci", 6},
                                         WordPair{"оплата", "оплатой", 3},
                                         WordPair{"返金", "返金額", 1}, WordPair{"金返", "返金", 0},
                                         WordPair{"refund", "parcel", 0}, WordPair{"a", "ab", 0}));

TEST(LetterGramsOf, WordsAreAddedToThoseThatAreThere) {
  auto grams = grams_of("refund");
  const auto before = grams;
  add_letter_grams("money", grams);
  EXPECT_EQ(std::vector(grams.begin(), grams.begin() + static_cast<int>(before.size())), before);
  EXPECT_EQ(grams.size(), before.size() + 4);
}

TEST(LetterGramsOf, EndlessWordsAreThoseOfTheirBeginning) {
  EXPECT_EQ(grams_of(std::string(100'000, 'a')).size(), kMostLettersInGrams - 1);
  EXPECT_EQ(grams_of(std::string(3 * 100'000, '\xe8')).size(), kMostLettersInGrams - 1);
}

TEST(LetterGramsOf, InvalidTextDoNoHarm) {
  for (const std::string_view text : {"\xff", "\xe8\xbf", "ab\xc3", "\xf0\x9f\x98"})
    EXPECT_FALSE(grams_of(text).empty());
}

}  // namespace
}  // namespace kb::text
