#include "core/text/typing_distance.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>

namespace kb::text {
namespace {

struct Case {
  std::u32string_view typed, meant;
  double most, distance;
};
class TypingDistance : public testing::TestWithParam<Case> {};
TEST_P(TypingDistance, IsTheLeastSumOfSlips) {
  EXPECT_NEAR(typing_distance(GetParam().typed, GetParam().meant, GetParam().most),
              GetParam().distance, 1e-9);
}
INSTANTIATE_TEST_SUITE_P(
    Slips, TypingDistance,
    testing::Values(Case{U"refund", U"refund", 2, 0}, Case{U"", U"", 2, 0},
                    Case{U"refnd", U"refund", 2, 1}, Case{U"refuand", U"refund", 2, 1},
                    Case{U"refudn", U"refund", 2, 0.8},
                    Case{U"refumd", U"refund", 2, 0.8},  // n and m touch
                    Case{U"refuqd", U"refund", 2, 1},    // n and q do not
                    Case{U"reffund", U"refund", 2, 0.7}, Case{U"adress", U"address", 2, 0.7},
                    Case{U"plati", U"plăți", 2, 0.6}, Case{U"lodz", U"łódź", 2, 0.9},
                    Case{U"отчеты", U"отчёты", 2, 0.3}, Case{U"возврт", U"возврат", 2, 1},
                    Case{U"возварт", U"возврат", 2, 0.8}, Case{U"返品", U"返金", 2, 1}));
INSTANTIATE_TEST_SUITE_P(
    FirstLetters, TypingDistance,
    testing::Values(Case{U"eefund", U"refund", 2, 1.1}, Case{U"qefund", U"refund", 2, 1.3},
                    Case{U"efund", U"refund", 2, 1.3}, Case{U"arefund", U"refund", 2, 1.3},
                    Case{U"erfund", U"refund", 2, 1.1}, Case{U"elan", U"élan", 2, 0.3}));
INSTANTIATE_TEST_SUITE_P(
    TooFar, TypingDistance,
    testing::Values(Case{U"refund", U"invoice", 2, 3}, Case{U"a", U"abcdef", 2, 3},
                    Case{U"refnd", U"refund", 0.5, 1.5}, Case{U"refund", U"refund", 0, 0},
                    Case{U"refund", U"refund", -1, 0}, Case{U"", U"ab", 1, 2}));

TEST(TypingDistance, OfLongWordsIsTheSame) {
  const std::u32string word(300, U'k');
  std::u32string other = word;
  other[200] = U'x';
  EXPECT_NEAR(typing_distance(word, other, 2), 1, 1e-9);
  EXPECT_NEAR(typing_distance(word, word.substr(1), 2), 0.7, 1e-9);
  EXPECT_NEAR(typing_distance(word.substr(0, 64), word.substr(0, 65), 2), 0.7, 1e-9);
}

void expect_one_distance(std::u32string_view typed, std::u32string_view meant) {
  const double whole = typing_distance(typed, meant, std::numeric_limits<double>::infinity());
  for (const double most : {0.5, 1.0, 1.7, 2.4, 2.5})
    EXPECT_NEAR(typing_distance(typed, meant, most), whole <= most ? whole : most + 1, 1e-9);
}

// A narrow band must not lose what a wide one finds.
TEST(TypingDistance, DoesNotDependOnTheLimit) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::u32string a(random() % 9, U' '), b(random() % 9, U' ');
    for (auto* word : {&a, &b})
      for (char32_t& c : *word) c = U"aăbnm"[random() % 5];
    expect_one_distance(a, b);
  }
}

// Letters that only one of the words has must not count more than the slips that brought them.
TEST(TypingDistance, OfSlipsInManyLettersDoesNotDependOnTheLimit) {
  constexpr std::u32string_view kLetters = U"aăbcdeénoólłmrstuvwz";
  std::mt19937 random(7);
  const auto letter = [&] { return kLetters[random() % kLetters.size()]; };
  for (int round = 0; round < 20'000; ++round) {
    std::u32string meant(2 + random() % 9, U' ');
    for (char32_t& c : meant) c = letter();
    std::u32string typed = meant;
    for (auto slips = random() % 4; slips > 0; --slips) {
      const auto at = random() % typed.size();
      switch (random() % 4) {
        case 0:
          typed[at] = letter();
          break;
        case 1:
          typed.insert(at, 1, letter());
          break;
        case 2:
          typed.insert(at, 1, typed[at]);
          break;
        default:
          std::swap(typed[at], typed[(at + 1) % typed.size()]);
      }
    }
    expect_one_distance(typed, meant);
    expect_one_distance(meant, typed);
  }
}

}  // namespace
}  // namespace kb::text
