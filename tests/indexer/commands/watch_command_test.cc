#include "indexer/commands/watch_command.h"

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using testing::HasSubstr;

// What a watch does while it runs is told by watch_test.cc.
TEST_F(IndexCommand, DoesNotWatchWithoutAConfiguration) {
  const auto outcome = run({"watch"}, "sitte: {name: A}\n");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("kb.yaml:4"));
  EXPECT_EQ(run({"watch", "--json"}).status, 2);
}

}  // namespace
}  // namespace kb
