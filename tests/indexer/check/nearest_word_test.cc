#include "indexer/check/nearest_word.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace kb {
namespace {

struct Case {
  std::string_view written;
  std::optional<std::string_view> meant;
};
class NearestWord : public testing::TestWithParam<Case> {};
TEST_P(NearestWord, IsTheOneThatWasMeant) {
  constexpr std::array<std::string_view, 5> known = {"android", "ios", "home", "audience", "date"};
  EXPECT_EQ(nearest_word(GetParam().written, known), GetParam().meant);
}
INSTANTIATE_TEST_SUITE_P(Words, NearestWord,
                         testing::Values(Case{"andriod", "android"}, Case{"androids", "android"},
                                         Case{"adnorid", "android"}, Case{"iso", "ios"},
                                         Case{"hoem", "home"}, Case{"Home", "home"},
                                         Case{"audiance", "audience"},
                                         Case{"audienceof", "audience"}, Case{"name", std::nullopt},
                                         Case{"web", std::nullopt}, Case{"", std::nullopt},
                                         Case{"and", std::nullopt}));

TEST(NearestWords, MayBeNone) {
  EXPECT_EQ(nearest_word("a", std::vector<std::string>{}), std::nullopt);
  EXPECT_EQ(nearest_word("a", std::vector<std::string>{"b", "a"}), "a");
}

}  // namespace
}  // namespace kb
