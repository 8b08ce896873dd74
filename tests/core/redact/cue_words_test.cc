#include "core/redact/cue_words.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(CueWords, EveryCueHasSome) {
  CueSet listed{Cue::first_name, Cue::doubtful_name, Cue::phrase};
  for (const CueRow& row : cue_rows()) {
    EXPECT_FALSE(row.words.empty());
    listed.add(row.cue);
  }
  for (int i = 0; i < static_cast<int>(Cue::kCount); ++i)
    EXPECT_TRUE(listed.has(static_cast<Cue>(i))) << i;
}

}  // namespace
}  // namespace kb::redact
