#include "core/insights/name_table.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(NameTable, GivesEachNameOneNumber) {
  NameTable names;
  const NameId pro = names.id("pro");
  EXPECT_EQ(names.id("pro"), pro);
  EXPECT_NE(names.id("plus"), pro);
  EXPECT_EQ(names.name(pro), "pro");
  EXPECT_EQ(names.id(""), kNoName);
  EXPECT_EQ(names.find("pro"), pro);
  EXPECT_EQ(names.find("basic"), std::nullopt);
}

TEST(NameTable, KnowsItsNamesAfterMoving) {
  NameTable names;
  for (int i = 0; i < 1000; ++i) names.id("n" + std::to_string(i));
  NameTable moved = std::move(names);
  EXPECT_EQ(moved.name(moved.id("n7")), "n7");
  EXPECT_EQ(moved.id("n999"), 1000U);
}

}  // namespace
}  // namespace kb::insights
