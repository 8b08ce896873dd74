#include "server/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

TEST(ServerCommand, CannotDoSomeThings) {
  SiteInFolder site;
  const auto config = site.write_config().string();
  const std::vector<std::string> hopeless[] = {
      {},
      {"dance"},
      {"serve", "--quick"},
      {"serve", "--config", "nowhere.yaml"},
      {"serve", "--config", config, "--listen", "nonsense"},
      {"serve", "--preview", "--config", config, "--listen", "0.0.0.0:0"},
      {"serve", "--preview=maybe", "--config", config},
      {"serve", "--config", config, "--listen", "127.0.0.1:99999"},
      {"serve", "--config", config, "--listen", "256.0.0.1:0"}};
  for (const auto& arguments : hopeless) {
    const auto outcome = run_caught(arguments);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
    EXPECT_NE(outcome.err, "") << testing::PrintToString(arguments);
  }
  EXPECT_EQ(run_caught({"--help"}).status, 0);
}

}  // namespace
}  // namespace kb
