#include "server/build_runner.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using std::chrono::steady_clock;
using testing::ElementsAre;
using testing::HasSubstr;
using State = BuildRunner::State;

class BuildRunnerTest : public testing::Test {
 protected:
  // A shell script stands in for kb-index: `folder` is its first argument.
  BuildRunner::Settings script(const std::string& text) const {
    return {"/bin/sh", {"-c", text, "sh", folder_.path().string()}};
  }
  std::unique_ptr<BuildRunner> runner(const std::string& text) {
    return std::make_unique<BuildRunner>(script(text), clock_,
                                         [this](const std::string& line) { log_ += line; });
  }
  static bool comes_true(const std::function<bool()>& fact) {
    const auto deadline = steady_clock::now() + std::chrono::seconds(20);
    while (steady_clock::now() < deadline) {
      if (fact()) return true;
      std::this_thread::yield();
    }
    return false;
  }
  static BuildRunner::Status ended(const BuildRunner& runner) {
    EXPECT_TRUE(comes_true([&] { return runner.status().state != State::running; }));
    return runner.status();
  }
  bool exists(const std::string& name) const {
    return std::filesystem::exists(folder_.path() / name);
  }
  std::string content(const std::string& name) const {
    return read_file(folder_.path() / name).value_or("");
  }

  TemporaryFolder folder_;
  ManualClock clock_{Time(std::chrono::seconds(1'790'000'000))};
  std::string log_;
};

// A helpdesk that hands in a ticket a second must not keep the machine building.
TEST_F(BuildRunnerTest, WaitsAWhileBetweenRunsThatAreWantedSoon) {
  const auto builds = runner("echo run >> $1/runs");
  builds->request_soon();
  ASSERT_TRUE(comes_true([&] { return builds->status().state == State::done; }));
  builds->request_soon();
  builds->request_soon();
  EXPECT_EQ(builds->status().state, State::done) << "the next one is a minute away";
  builds->request();
  ASSERT_TRUE(comes_true([&] { return content("runs") == "run\nrun\n"; }))
      << "who presses the button does not wait";
}

TEST_F(BuildRunnerTest, HasNothingToSayBeforeTheFirstRun) {
  const auto idle = runner("exit 0");
  EXPECT_EQ(idle->status().state, State::idle);
  EXPECT_FALSE(idle->status().started);
}

struct Ending {
  const char* script;
  State state;
};
class Endings : public BuildRunnerTest, public testing::WithParamInterface<Ending> {};
TEST_P(Endings, AreTold) {
  const auto builds = runner(GetParam().script);
  builds->request();
  EXPECT_EQ(ended(*builds).state, GetParam().state);
}
INSTANTIATE_TEST_SUITE_P(Scripts, Endings,
                         testing::Values(Ending{"exit 0", State::done},
                                         Ending{"exit 1", State::with_problems},
                                         Ending{"exit 2", State::failed},
                                         Ending{"kill -9 $$", State::failed}));

TEST_F(BuildRunnerTest, KeepsWhatWasSaid) {
  const auto builds = runner("echo one; echo two >&2; printf three; exit 1");
  builds->request();
  const auto status = ended(*builds);
  EXPECT_THAT(status.lines, ElementsAre("one", "two", "three"));
  EXPECT_EQ(status.started, clock_.now());
}

TEST_F(BuildRunnerTest, KeepsTheLastLines) {
  const auto builds = runner("for i in $(seq 200); do echo line $i; done; exit 2");
  builds->request();
  const auto status = ended(*builds);
  ASSERT_EQ(status.lines.size(), BuildRunner::kKeptLines);
  EXPECT_EQ(status.lines.back(), "line 200");
  EXPECT_THAT(log_, HasSubstr("publishing failed"));
}

TEST_F(BuildRunnerTest, TellsThatTheProgramIsMissing) {
  BuildRunner builds({folder_.path() / "kb-index", {}}, clock_, [](const auto&) {});
  builds.request();
  const auto status = ended(builds);
  EXPECT_EQ(status.state, State::failed);
  EXPECT_THAT(status.lines, ElementsAre(HasSubstr("install kb-index beside kb-server")));
}

TEST_F(BuildRunnerTest, RunsOnceMoreForAllThatCameMeanwhile) {
  const auto builds =
      runner("echo run >> $1/runs; until [ -e $1/go ]; do sleep 0.01; done; exit 0");
  builds->request();
  ASSERT_TRUE(comes_true([&] { return content("runs") == "run\n"; }));
  builds->request();
  builds->request();
  EXPECT_TRUE(builds->status().again);
  folder_.write("go", "");
  EXPECT_EQ(ended(*builds).state, State::done);
  EXPECT_EQ(content("runs"), "run\nrun\n");
  EXPECT_FALSE(builds->status().again);
}

TEST_F(BuildRunnerTest, EndsWhatRunsWhenItEnds) {
  auto builds = runner("echo $$ > $1/pid.new; mv $1/pid.new $1/pid; exec sleep 600");
  builds->request();
  ASSERT_TRUE(comes_true([&] { return exists("pid"); }));
  const int child = std::stoi(content("pid"));
  builds.reset();
  EXPECT_EQ(::kill(child, 0), -1);  // gone, and waited for
}

TEST_F(BuildRunnerTest, KillsWhatDoesNotWantToEnd) {
  auto builds = runner(
      "trap '' TERM; echo $$ > $1/pid.new; mv $1/pid.new $1/pid; while :; do sleep 0.05; done");
  builds->request();
  ASSERT_TRUE(comes_true([&] { return exists("pid"); }));
  const int child = std::stoi(content("pid"));
  builds.reset();
  EXPECT_EQ(::kill(child, 0), -1);
}

TEST_F(BuildRunnerTest, LetsTheChildHoldNothingOfTheServer) {
  const int held = ::open("/dev/null", O_RDONLY);  // not closed by exec
  const auto builds = runner("ls /proc/self/fd | wc -l");
  builds->request();
  const auto status = ended(*builds);
  ::close(held);
  EXPECT_THAT(status.lines, ElementsAre("4"));  // three, and the folder that ls reads
}

TEST(BuildSettings, NameTheConfigurationIfThereIsOne) {
  EXPECT_THAT(build_beside_this_program("").arguments, ElementsAre("build"));
  const auto settings = build_beside_this_program("site/kb.yaml");
  EXPECT_THAT(settings.arguments, ElementsAre("build", "--config", "site/kb.yaml"));
  EXPECT_EQ(settings.program.filename(), "kb-index");
}

}  // namespace
}  // namespace kb
