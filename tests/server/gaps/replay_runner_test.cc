#include "server/gaps/replay_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using testing::HasSubstr;
using State = ReplayRunner::State;

class ReplayRunnerTest : public testing::Test {
 protected:
  // A shell script stands in for kb-index: $1 is the folder, $2 and $3 name the gap.
  ReplayRunner::Settings script(const std::string& text) const {
    return {.program = "/bin/sh", .arguments = {"-c", text, "sh", folder_.path().string()}};
  }
  static ReplayRunner::Status ended(const ReplayRunner& replays, std::int64_t gap) {
    const auto deadline = steady_clock::now() + 20s;
    while (replays.status(gap).state == State::running && steady_clock::now() < deadline)
      std::this_thread::yield();
    return replays.status(gap);
  }

  TemporaryFolder folder_;
  ManualClock clock_{Time(std::chrono::seconds(1'790'000'000))};
};

TEST_F(ReplayRunnerTest, KeepsWhatWasReported) {
  ReplayRunner replays(script("echo \"$2 $3\"; echo aside >&2; exit 1"), clock_);
  EXPECT_EQ(replays.status(12).state, State::idle);
  ASSERT_TRUE(replays.request(12));
  const auto status = ended(replays, 12);
  EXPECT_EQ(status.state, State::done) << "that some searches get worse is a result";
  EXPECT_EQ(status.report, "--gap 12\n");
  EXPECT_EQ(status.started, clock_.now());
  EXPECT_EQ(replays.status(13).state, State::idle);
  EXPECT_FALSE(replays.running());
}

TEST_F(ReplayRunnerTest, TellsWhyItFailed) {
  ReplayRunner replays(script("echo 'no index yet' >&2; exit 2"), clock_);
  replays.request(12);
  const auto status = ended(replays, 12);
  EXPECT_EQ(status.state, State::failed);
  EXPECT_EQ(status.problem, "no index yet");
}

TEST_F(ReplayRunnerTest, TellsThatTheProgramIsMissing) {
  ReplayRunner replays({.program = folder_.path() / "kb-index"}, clock_);
  replays.request(12);
  EXPECT_THAT(ended(replays, 12).problem, HasSubstr("install kb-index beside kb-server"));
}

TEST_F(ReplayRunnerTest, HasALimit) {
  auto settings = script("exec sleep 600");
  settings.limit = 100ms;
  ReplayRunner replays(settings, clock_);
  replays.request(12);
  EXPECT_THAT(ended(replays, 12).problem, HasSubstr("took longer"));
}

TEST_F(ReplayRunnerTest, RunsOneAtATime) {
  ReplayRunner replays(script("until [ -e $1/go ]; do sleep 0.01; done; echo {}"), clock_);
  EXPECT_TRUE(replays.request(12));
  EXPECT_FALSE(replays.request(13));
  EXPECT_EQ(replays.running(), 12);
  EXPECT_EQ(replays.status(13).state, State::idle);
  folder_.write("go", "");
  EXPECT_EQ(ended(replays, 12).state, State::done);
  EXPECT_TRUE(replays.request(13));
  EXPECT_EQ(ended(replays, 13).state, State::done);
}

TEST_F(ReplayRunnerTest, EndsWithItsChild) {
  const auto begin = steady_clock::now();
  {
    ReplayRunner replays(script("exec sleep 600"), clock_);
    replays.request(12);
  }
  EXPECT_LT(steady_clock::now() - begin, 60s);
}

TEST_F(ReplayRunnerTest, AsksForTheDraftsOfTheSite) {
  const auto settings = replay_beside_this_program("/etc/kb.yaml");
  EXPECT_EQ(settings.program.filename(), "kb-index");
  EXPECT_THAT(settings.arguments,
              testing::ElementsAre("replay", "--drafts", "--json", "--config", "/etc/kb.yaml"));
}

}  // namespace
}  // namespace kb
