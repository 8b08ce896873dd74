#include "indexer/yaml_nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace kb {
namespace {

struct Case {
  std::string yaml;
  bool too_deep;
};
class YamlNesting : public testing::TestWithParam<Case> {};
TEST_P(YamlNesting, IsBounded) {
  EXPECT_EQ(is_nested_too_deeply(GetParam().yaml), GetParam().too_deep);
}

std::string nested(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, YamlNesting,
    testing::Values(Case{"", false}, Case{"a: [1, {b: 2}]\n", false},
                    Case{nested("- a\n", 1000), false}, Case{nested("- [a, b]\n", 1000), false},
                    Case{nested("]", 1000), false}, Case{nested("[", 1000), true},
                    Case{nested("{a: ", 1000), true}, Case{nested("- ", 1000), true},
                    Case{nested("? ", 1000), true}, Case{nested("[", 32), false},
                    Case{nested("[", 33), true}));

}  // namespace
}  // namespace kb
