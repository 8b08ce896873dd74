#include "server/commands/command.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "server/service.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Commands : public SiteCommand {
 protected:
  Commands() {
    site.config.server.listen = "127.0.0.1:0";
    site.config.store.url = "sqlite:" + database();
  }
};

TEST_F(Commands, WriteTheStoreThemselvesWhereNoServerRuns) {
  const auto answer = ask_store(site.config, "/local/users", {{"do", "list"}}, [](store::Store&) {
    return Result<json>(json{{"self", true}});
  });
  ASSERT_TRUE(answer) << to_line(answer.error());
  EXPECT_TRUE(answer->contains("self"));
}

// The server holds the store's lock: the commands work all the same, through it.
TEST_F(Commands, GoThroughTheServerThatHoldsTheStore) {
  const SystemClock clock;
  std::atomic<bool> ready = false;
  auto service =
      Service::create(site.config, Service::Mode::customers, clock, [&](const std::string& line) {
        if (line.find("/login/link/") != line.npos) ready = true;
      });
  ASSERT_TRUE(service) << to_line(service.error());
  std::thread serving([&] { (*service)->run(); });
  while (!ready) std::this_thread::yield();
  EXPECT_EQ(run({"user", "add", "ana", "--role", "writer"}).status, 0);
  const auto listed = run({"user", "list"});
  EXPECT_THAT(listed.out, HasSubstr("ana"));
  EXPECT_THAT(listed.out, HasSubstr("admin")) << "made at the first start";
  EXPECT_THAT(run({"user", "add", "ana"}).err, HasSubstr("ana"));
  const auto answer = ask_store(site.config, "/local/nothing", json::object(),
                                [](store::Store&) { return Result<json>(json::object()); });
  EXPECT_FALSE(answer);
  (*service)->stop();
  serving.join();
  service->reset();
  EXPECT_EQ(run({"user", "list"}).status, 0) << "and without it again";
}

}  // namespace
}  // namespace kb
