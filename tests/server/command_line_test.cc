#include "server/command_line.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;

struct Outcome {
  int status = 0;
  std::string err;
};

Outcome run(std::vector<std::string> arguments) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.status = run_server_command(
      std::move(arguments), [](const std::string&) { return std::optional<std::string>(); });
  std::fflush(stdout);
  testing::internal::GetCapturedStdout();
  outcome.err = testing::internal::GetCapturedStderr();
  return outcome;
}

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
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
    EXPECT_NE(outcome.err, "") << testing::PrintToString(arguments);
  }
  EXPECT_EQ(run({"--help"}).status, 0);
}

// The program itself: it says where it is, and stops when it is told to.
TEST(ServerCommand, ServesUntilToldToStop) {
  for (const int signal : {SIGTERM, SIGINT}) {
    SiteInFolder site;
    const auto config = site.write_config();
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::dup2(ends[1], STDERR_FILENO);
      ::close(ends[0]);
      ::close(ends[1]);
      ::execl(KB_SERVER_PROGRAM, "kb-server", "serve", "--config", config.c_str(), "--listen",
              "127.0.0.1:0", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    std::string said;
    char buffer[512];
    bool told = false;
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
      said.append(buffer, static_cast<std::size_t>(got));
      if (!told && said.find("no index yet") != std::string::npos) {  // it runs
        ASSERT_EQ(::kill(child, signal), 0);
        told = true;
      }
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_THAT(said, HasSubstr("The help center is at http://127.0.0.1:"));
    EXPECT_THAT(said, HasSubstr("stopped\n"));
  }
}

}  // namespace
}  // namespace kb
