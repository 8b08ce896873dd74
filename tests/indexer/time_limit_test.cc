#include "indexer/time_limit.h"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>
#include <vector>

namespace kb {
namespace {

TEST(TimeLimit, BringsBackWhatTheWorkReturns) {
  for (const std::size_t size : {0UL, 1UL, 70'000UL, 5'000'000UL}) {
    const auto bytes = run_with_time_limit([&] { return std::string(size, 'x'); },
                                           {.time = std::chrono::seconds{20}});
    ASSERT_TRUE(bytes) << bytes.error().what;
    EXPECT_EQ(bytes->size(), size);
  }
}

TEST(TimeLimit, EndsWhatTakesTooLong) {
  const auto forever = [] {
    for (;;) ::pause();
    return std::string();
  };
  const auto bytes = run_with_time_limit(forever, {.time = std::chrono::milliseconds{20}});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().what, "takes longer than 0.02 s");
}

TEST(TimeLimit, SurvivesACrash) {
  const auto crash = [] {
    ::signal(SIGKILL, SIG_DFL);
    ::raise(SIGKILL);
    return std::string();
  };
  const auto bytes = run_with_time_limit(crash, {});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().what, "crashed (signal 9)");
}

TEST(TimeLimit, LeavesNoChildAndNoDescriptor) {
  const int before = ::dup(0);
  ::close(before);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([i] {
      for (int k = 0; k < 10; ++k)
        EXPECT_EQ(run_with_time_limit([&] { return std::to_string(i); },
                                      {.time = std::chrono::seconds{20}}),
                  std::to_string(i));
    });
  threads.clear();
  const int after = ::dup(0);
  ::close(after);
  EXPECT_EQ(after, before);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

}  // namespace
}  // namespace kb
