#include "server/commands/serve_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;

// The program itself: it says where it is, and stops when it is told to.
TEST(ServeCommand, ServesUntilToldToStop) {
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
