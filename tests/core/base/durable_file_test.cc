#include "core/base/durable_file.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <thread>
#include <vector>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// Runs `attempt` in a child process whose files may not grow beyond `bytes`; true if it says so.
bool with_files_up_to(rlim_t bytes, const std::function<bool()>& attempt) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);  // so that write() fails, as it does on a full disk
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(attempt() ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(DurableFile, ComesBackAsItWasWritten) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "CURRENT";
  using namespace std::string_literals;
  for (const auto& content :
       {"gen-000042\n"s, ""s, "with\0zero"s, std::string(3 << 20, 'x'), "shorter again"s}) {
    ASSERT_TRUE(write_durably(path, content));
    EXPECT_EQ(read_file(path).value(), content);
    EXPECT_EQ(files_in(folder.path()), 1U) << "a temporary file stayed";
  }
}

TEST(DurableFile, IsReadThoughItHasNoSize) {
  const auto status = read_file("/proc/self/status");
  ASSERT_TRUE(status);
  EXPECT_NE(status->find("Pid:"), std::string::npos);
}

TEST(DurableFile, MissingIsAnErrorWithItsPath) {
  const TemporaryFolder folder;
  const auto missing = read_file(folder.path() / "missing");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().what, "cannot read: No such file or directory");
  EXPECT_EQ(missing.error().where, (folder.path() / "missing").string());
  EXPECT_FALSE(read_file(folder.path())) << "a folder is no file";
  EXPECT_FALSE(write_durably(folder.path() / "no" / "folder", "x"));
  EXPECT_FALSE(sync_path(folder.path() / "missing"));
}

TEST(DurableFile, RefusedByThePermissionsHasAHint) {
  if (::geteuid() == 0) {  // root may write everywhere but here
    const auto refused = write_durably("/proc/answerwell", "x");
    ASSERT_FALSE(refused);
    return;
  }
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  const auto refused = write_durably(folder.path() / "file", "x");
  fs::permissions(folder.path(), fs::perms::owner_all);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().hint, "check the permissions");
}

TEST(DurableFile, FullDiskHasAHint) {
  errno = ENOSPC;
  const auto error = system_error("cannot write", "var/index/CURRENT");
  EXPECT_EQ(to_line(error),
            "var/index/CURRENT: cannot write: No space left on device; "
            "free some space and try again");
}

TEST(DurableFile, FullDiskLeavesTheOldContentAndNothingElse) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "file";
  ASSERT_TRUE(write_durably(path, "old"));
  EXPECT_TRUE(with_files_up_to(10'000, [&] {
    const auto written = write_durably(path, std::string(100'000, 'x'));
    return !written && written.error().what == "cannot write: File too large";
  }));
  EXPECT_EQ(read_file(path).value(), "old");
  EXPECT_EQ(files_in(folder.path()), 1U);
}

// What could not be put in place stayed beside it, under a name that nobody looked for.
TEST(DurableFile, LeavesNoTemporaryWhereItCannotReplace) {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "taken" / "by a folder");
  ASSERT_FALSE(write_durably(folder.path() / "taken", "x"));
  EXPECT_EQ(files_in(folder.path()), 1U);
}

// Two threads shared one temporary file: one renamed what the other had half written.
TEST(DurableFile, OfTwoWritersOneWinsWholly) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "file";
  std::vector<std::thread> writers;
  for (const char letter : {'a', 'b', 'c', 'd'})
    writers.emplace_back([&path, letter] {
      for (int i = 0; i < 20; ++i) {
        const auto written = write_durably(path, std::string(50'000, letter));
        EXPECT_TRUE(written) << to_line(written.error());
        const auto seen = read_file(path);
        ASSERT_TRUE(seen);
        EXPECT_EQ(*seen, std::string(50'000, seen->empty() ? '?' : seen->front()));
      }
    });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(files_in(folder.path()), 1U);
}

}  // namespace
}  // namespace kb
