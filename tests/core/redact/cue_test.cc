#include "core/redact/cue.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(Cues, AreOfFoldedWordsOfAllLanguages) {
  EXPECT_TRUE(cues_of("haslo").has(Cue::password));
  EXPECT_TRUE(cues_of("пароль").has(Cue::password));
  EXPECT_TRUE(cues_of("grusen").empty());
  EXPECT_TRUE(cues_of("lamp").has(Cue::doubtful_name));
  EXPECT_TRUE(cues_of("").empty());
}

TEST(Cues, OfPhrasesAreThoseOfTheLongest) {
  const auto match = phrase_at("mit freundlichen grusen an");
  EXPECT_EQ(match.words, 3U);
  EXPECT_TRUE(match.cues.has(Cue::closing));
  EXPECT_EQ(phrase_at("mit freundlichen").words, 0U);
  EXPECT_EQ(phrase_at("").words, 0U);
}

}  // namespace
}  // namespace kb::redact
