#include "indexer/command_line.h"

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using testing::HasSubstr;

TEST_F(IndexCommand, CannotDoSomeThings) {
  const std::vector<std::string> hopeless[] = {{},
                                               {"dance"},
                                               {"build", "--quick"},
                                               {"search"},
                                               {"search", "a", "--limit", "0"},
                                               {"search", "a", "--limit", "ten"},
                                               {"search", "a", "--audience", "robots"},
                                               {"search", "a", "--lang", "klingon"},
                                               {"search", "before any build"},
                                               {"info"},
                                               {"check", "--format", "xml"},
                                               {"check", "--lang", "klingon"}};
  for (const auto& arguments : hopeless) {
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
    EXPECT_NE(outcome.err, "") << testing::PrintToString(arguments);
    EXPECT_EQ(outcome.out, "") << testing::PrintToString(arguments);
  }
  EXPECT_THAT(run({"info"}).err, HasSubstr("no index yet; build it with kb-index build"));
}

TEST_F(IndexCommand, FailsOnAConfigurationThatIsWrong) {
  const auto outcome = run({"build"}, "sitte: {name: A}\n");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("kb.yaml:4"));
  EXPECT_EQ(run({"--help"}).status, 0);
}

}  // namespace
}  // namespace kb
