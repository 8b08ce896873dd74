#include "indexer/build_state.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

BuildState sample() {
  BuildState state;
  state.put("0/en/a.md", {"en", "a", 12, 1'700'000'000'123'456'789, "hash", std::nullopt, true});
  state.put("1/ro/ă b.md", {"ro", "ă b", 0, -5, "", Time{std::chrono::seconds{99}}, false});
  return state;
}

TEST(BuildState, SurvivesBeingStored) {
  const auto state = BuildState::decode(sample().encode());
  ASSERT_TRUE(state);
  EXPECT_EQ(state->all().size(), 2U);
  const auto* a = state->find("0/en/a.md");
  ASSERT_NE(a, nullptr);
  EXPECT_EQ(a->lang, "en");
  EXPECT_EQ(a->id, "a");
  EXPECT_EQ(a->size, 12U);
  EXPECT_EQ(a->modified_ns, 1'700'000'000'123'456'789);
  EXPECT_EQ(a->hash, "hash");
  EXPECT_FALSE(a->next_change);
  EXPECT_TRUE(a->clean);
  const auto* b = state->find("1/ro/ă b.md");
  ASSERT_NE(b, nullptr);
  EXPECT_EQ(b->modified_ns, -5);  // a file from before 1970
  EXPECT_EQ(b->next_change, Time{std::chrono::seconds{99}});
  EXPECT_FALSE(b->clean);
  EXPECT_EQ(state->find("0/en/b.md"), nullptr);
}

TEST(BuildState, MayBeEmpty) {
  const auto state = BuildState::decode(BuildState().encode());
  ASSERT_TRUE(state);
  EXPECT_TRUE(state->all().empty());
}

TEST(BuildState, RefusesDamagedBytes) {
  const std::string bytes = sample().encode();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(BuildState::decode(bytes.substr(0, size))) << size;
  EXPECT_FALSE(BuildState::decode(bytes + "x"));
  EXPECT_FALSE(BuildState::decode(std::string(40, '\xFF')));
}

}  // namespace
}  // namespace kb
