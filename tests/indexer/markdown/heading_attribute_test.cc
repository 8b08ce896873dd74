#include "indexer/markdown/heading_attribute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string source, kept, id;
  std::vector<std::string> applies_to = {};
};
class HeadingAttributeOf : public testing::TestWithParam<Case> {};
TEST_P(HeadingAttributeOf, IsTakenFromTheSource) {
  std::string source = GetParam().source;
  const auto attributes = take_heading_attributes(source);
  EXPECT_EQ(source, GetParam().kept);
  const auto found = attributes.find(0);
  const auto read = found == attributes.end() ? HeadingAttribute{} : found->second;
  EXPECT_EQ(read.id, GetParam().id);
  EXPECT_EQ(read.applies_to, GetParam().applies_to);
}

INSTANTIATE_TEST_SUITE_P(
    Ids, HeadingAttributeOf,
    testing::Values(Case{"## A {#b}", "## A", "b"}, Case{"## A {#b .c d=e} ##", "## A", "b"},
                    Case{"## A {.c #b}", "## A", "b"}, Case{"## A {#<b>}", "## A", ""},
                    Case{"## A { #b }", "## A", "b"}, Case{"A {#b}\n---", "A\n---", "b"},
                    Case{"## A {#b #c}", "## A", "b"}, Case{"> ## A {#b}", "> ## A", "b"}));

INSTANTIATE_TEST_SUITE_P(
    AppliesTo, HeadingAttributeOf,
    testing::Values(
        Case{"## A {#b .c applies_to=android}", "## A", "b", {"android"}},
        Case{"## A {applies_to=android,ios}", "## A", "", {"android", "ios"}},
        Case{"## A {applies_to=\"android, plan:home\" #b}", "## A", "b", {"android", "plan:home"}},
        Case{"## A {applies_to='a b'}", "## A", "", {"a", "b"}},
        Case{"## A {applies_to=\"a}", "## A", "", {"\"a"}},  // no end: as written
        Case{"## A {applies_to=}", "## A", ""}, Case{"## A {applies_to=,}", "## A", ""},
        Case{"A {applies_to=ios}\n===", "A\n===", "", {"ios"}}));

INSTANTIATE_TEST_SUITE_P(
    Text, HeadingAttributeOf,
    testing::Values(Case{"A {#b}", "A {#b}", ""}, Case{"## A {b}", "## A {b}", ""},
                    Case{"## A {b c}", "## A {b c}", ""}, Case{"## A {x = 1}", "## A {x = 1}", ""},
                    Case{"## A {}", "## A {}", ""}, Case{"## A {#}", "## A {#}", ""},
                    Case{"## A \\{#b}", "## A \\{#b}", ""}, Case{"## {{a=b}}", "## {{a=b}}", ""},
                    Case{"## A {#b} c", "## A {#b} c", ""},
                    Case{"```\n## A {#b}\n```", "```\n## A {#b}\n```", ""}));

}  // namespace
}  // namespace kb
