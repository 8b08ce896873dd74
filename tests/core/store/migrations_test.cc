#include "core/store/migrations.h"

#include <gtest/gtest.h>

namespace kb::store {
namespace {

TEST(Migrations, CountUpFromOne) {
  int expected = 1;
  for (const Migration& step : migrations()) EXPECT_EQ(step.version, expected++);
  EXPECT_GT(expected, 1);
}

// A statement is found by its end: one without it would run into the next.
TEST(Migrations, EveryStatementEndsItsLine) {
  for (const Migration& step : migrations()) {
    EXPECT_TRUE(step.statements.ends_with(";\n")) << step.version;
    for (std::size_t at = 0; (at = step.statements.find(';', at)) != std::string_view::npos; ++at)
      EXPECT_EQ(step.statements.substr(at, 2), ";\n") << step.version;
  }
}

}  // namespace
}  // namespace kb::store
