#include "core/index/wanted_words.h"

#include <gtest/gtest.h>

namespace kb::index {
namespace {

const WordList kWanted =
    WordList::of({"pas", "pass", "passport", "password", "posse", "refund", "reset"});

// "password 0, posse 10": every word that the typed one may stand for.
std::string wanted(const std::string& plain, Slips slips) {
  const auto found = wanted_words(kWanted, {plain, {{plain, 0}}, false}, slips).at(0);
  std::string all;
  for (std::uint32_t word = 0; word < kWanted.size(); ++word)
    if (const auto some = found.slips_to(word))
      all += (all.empty() ? "" : ", ") + std::string(kWanted[word]) + " " + std::to_string(*some);
  return all;
}

TEST(WantedWords, BeginAsTyped) {
  EXPECT_EQ(wanted("pass", Slips::none), "pass 0, passport 0, password 0");
  EXPECT_EQ(wanted("pasw", Slips::none), "");
  EXPECT_EQ(wanted("r", Slips::none), "refund 0, reset 0");
}

TEST(WantedWords, MayHaveSlipsFromTheThirdLetter) {
  EXPECT_EQ(wanted("pasw", Slips::allowed), "pas 10, pass 8, passport 8, password 7");
  EXPECT_EQ(wanted("refudn", Slips::allowed), "refund 8");
  EXPECT_EQ(wanted("ps", Slips::allowed), "");
}

// Somebody who typed a whole word meant it.
TEST(WantedWords, AreThemselvesWhereTheyAreWords) {
  EXPECT_EQ(wanted("pass", Slips::allowed), "pass 0, passport 0, password 0");
}

}  // namespace
}  // namespace kb::index
