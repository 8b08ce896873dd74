#include "server/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

namespace kb {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using testing::HasSubstr;

struct Ran {
  ChildEnd end;
  std::string out, err;
};

// A shell script as the child.
Ran ran(const std::string& script, std::optional<std::chrono::milliseconds> limit = {},
        const StopSignal* stop = nullptr) {
  Ran ran;
  const auto end = run_child({.program = "/bin/sh", .arguments = {"-c", script}},
                             {.out = [&](std::string_view text) { ran.out += text; },
                              .err = [&](std::string_view text) { ran.err += text; },
                              .limit = limit,
                              .stop = stop});
  EXPECT_TRUE(end) << to_line(end.error());
  if (end) ran.end = *end;
  return ran;
}

TEST(ChildProcess, IsHeard) {
  const auto child = ran("echo one; echo two >&2; printf three; exit 3");
  EXPECT_EQ(child.out, "one\nthree");
  EXPECT_EQ(child.err, "two\n");
  EXPECT_EQ(child.end.exit_status, 3);
  EXPECT_FALSE(child.end.was_stopped || child.end.took_too_long);
}

TEST(ChildProcess, SaysMoreThanAPipeHolds) {
  EXPECT_EQ(ran("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2").out.size(), 300'000U);
}

TEST(ChildProcess, SpeaksInOrderWhereBothStreamsAreOne) {
  std::string said;
  const auto end =
      run_child({.program = "/bin/sh", .arguments = {"-c", "echo one; echo two >&2; echo three"}},
                {.out = [&](std::string_view text) { said += text; }});
  ASSERT_TRUE(end);
  EXPECT_EQ(said, "one\ntwo\nthree\n");
}

TEST(ChildProcess, MayBeKilled) {
  const auto child = ran("kill -9 $$");
  EXPECT_FALSE(child.end.exit_status);
  EXPECT_EQ(child.end.signal, SIGKILL);
}

TEST(ChildProcess, EndsWhenItsTimeIsOver) {
  const auto begin = steady_clock::now();
  const auto child = ran("echo begun; exec sleep 600", 100ms);
  EXPECT_TRUE(child.end.took_too_long);
  EXPECT_EQ(child.end.signal, SIGTERM);
  EXPECT_EQ(child.out, "begun\n");
  EXPECT_LT(steady_clock::now() - begin, 60s);
}

TEST(ChildProcess, IsKilledWhereItDoesNotWantToEnd) {
  const auto child = ran("trap '' TERM; while :; do sleep 0.05; done", 50ms);
  EXPECT_TRUE(child.end.took_too_long);
  EXPECT_EQ(child.end.signal, SIGKILL);
}

TEST(ChildProcess, IsStoppedByAnotherThread) {
  StopSignal stop;
  std::thread other([&] { stop.set(); });
  const auto child = ran("exec sleep 600", {}, &stop);
  other.join();
  EXPECT_TRUE(child.end.was_stopped);
  EXPECT_FALSE(child.end.took_too_long);
}

TEST(ChildProcess, TellsThatTheProgramIsMissing) {
  const auto end =
      run_child({.program = "/nowhere/git", .arguments = {}, .hint = "install git"}, {});
  ASSERT_FALSE(end);
  EXPECT_THAT(to_line(end.error()), HasSubstr("install git"));
}

TEST(ChildProcess, NeedsNobodyToListen) {
  const auto end = run_child({.program = "/bin/sh", .arguments = {"-c", "echo unheard"}}, {});
  ASSERT_TRUE(end);
  EXPECT_EQ(end->exit_status, 0);
}

}  // namespace
}  // namespace kb
