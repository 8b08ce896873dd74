#include "core/index/near_prefix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/text/normal_form.h"
#include "core/text/typing_distance.h"

namespace kb::index {
namespace {

// "password 0.7, passwords 0.7": in tenths, as the list has them.
std::string near(const WordList& words, std::string_view typed, double most) {
  std::string all;
  for (const auto& found : near_prefixes(words, text::to_utf32(typed), most))
    for (auto word = found.words.begin; word < found.words.end; ++word) {
      char distance[16];
      std::snprintf(distance, sizeof distance, " %.1f", found.distance);
      all += (all.empty() ? "" : ", ") + std::string(words[word]) + distance;
    }
  return all;
}

struct Case {
  std::string_view typed;
  double most;
  std::string_view found;
};
class NearPrefixes : public testing::TestWithParam<Case> {};

TEST_P(NearPrefixes, AreWhatIsMeant) {
  const auto words = WordList::of(
      {"camera", "pass", "passport", "password", "refund", "reset", "возврат", "返金"});
  const auto& [typed, most, found] = GetParam();
  EXPECT_EQ(near(words, typed, most), found);
}

INSTANTIATE_TEST_SUITE_P(
    Typed, NearPrefixes,
    testing::Values(Case{"pasw", 0.7, "password 0.7"},  // one s of two
                    Case{"passs", 1.0, "pass 0.7, passport 0.7, password 0.7"},
                    Case{"refudn", 1.0, "refund 0.8"},  // swapped
                    Case{"reaet", 1.0, "reset 0.8"},    // the key beside it
                    Case{"rebet", 1.0, "reset 1.0"}, Case{"cmaera", 1.0, "camera 0.8"},
                    Case{"efund", 1.5, "refund 1.3"},  // the first letter costs more
                    Case{"refund", 0.5, "refund 0.0"}, Case{"вовзр", 1.0, "возврат 0.8"},
                    Case{"pas", 0, "pass 0.0, passport 0.0, password 0.0"}, Case{"xyz", 1.0, ""},
                    Case{"", 1.0, ""}));

// Against the plain way: every word, every beginning of it.
TEST(NearPrefixes, AreAllThatThereAre) {
  std::mt19937 random(7);
  const auto any = [&](std::size_t most) {
    std::string word;
    for (auto size = 1 + random() % most; size > 0; --size)
      word += static_cast<char>('a' + random() % 5);
    return word;
  };
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> some;
    for (int i = 0; i < 120; ++i) some.push_back(any(9));
    std::ranges::sort(some);
    some.erase(std::unique(some.begin(), some.end()), some.end());
    const auto words = WordList::of(some);
    const auto typed = text::to_utf32(any(7));
    const double most = 0.7 + static_cast<double>(random() % 3) * 0.5;
    std::vector<double> distances(some.size(), -1);
    for (const auto& found : near_prefixes(words, typed, most))
      for (auto word = found.words.begin; word < found.words.end; ++word)
        distances[word] = found.distance;
    for (std::size_t i = 0; i < some.size(); ++i) {
      double least = most + 1;
      const auto word = text::to_utf32(some[i]);
      for (std::size_t size = 0; size <= word.size(); ++size)
        least = std::min(
            least, text::typing_distance(typed, std::u32string_view(word).substr(0, size), most));
      if (least > most) least = -1;
      EXPECT_NEAR(distances[i], least, 1e-9)
          << text::to_utf8(typed) << " " << some[i] << " " << most;
    }
  }
}

TEST(NearPrefixes, TakeWordsThatAreNotInOrder) {
  const auto words = WordList::of({"z", "a", "\xE8", "b", "\xF0", "a"});
  near_prefixes(words, U"abc", 3);
}

}  // namespace
}  // namespace kb::index
