#include "indexer/check/rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/base/durable_file.h"

namespace kb {
namespace {

using testing::HasSubstr;

TEST(Rules, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Rule& rule : kRules) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_EQ(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), rule.name.npos)
        << rule.name;
  }
}

TEST(Rules, AreExplainedToWriters) {
  const auto page = read_file(KB_DOCS "/writer.md");
  ASSERT_TRUE(page) << to_line(page.error());
  for (const Rule& rule : kRules)
    EXPECT_THAT(*page, HasSubstr("\n| `" + std::string(rule.name) + "` | " +
                                 std::string(name_of(rule.severity)) + " | "));
}

}  // namespace
}  // namespace kb
