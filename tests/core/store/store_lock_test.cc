#include "core/store/store_lock.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::store {
namespace {

TEST(StoreLock, IsHeldByOne) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "kb.db";
  {
    const auto first = StoreLock::take(path);
    ASSERT_TRUE(first);
    const auto second = StoreLock::take(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().what, "the store is in use by process " + std::to_string(::getpid()) +
                                       " (" + program_invocation_short_name + ")");
    EXPECT_EQ(second.error().where, path.string());
    EXPECT_FALSE(second.error().hint.empty());
  }
  EXPECT_TRUE(StoreLock::take(path));
}

TEST(StoreLock, NamesTheProcessThatHoldsIt) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "kb.db";
  std::array<int, 2> ready{};
  ASSERT_EQ(::pipe(ready.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = StoreLock::take(path);
    if (::write(ready[1], lock ? "y" : "n", 1) == 1) ::pause();
    ::_exit(0);
  }
  char answer = 0;
  ASSERT_EQ(::read(ready[0], &answer, 1), 1);
  ASSERT_EQ(answer, 'y');
  const auto second = StoreLock::take(path);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().what.find("process " + std::to_string(child)), std::string::npos)
      << second.error().what;
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_TRUE(StoreLock::take(path));  // goes with its process, however that ends
}

TEST(StoreLock, IsTheOwnersAlone) {
  const TemporaryFolder folder;
  const auto lock = StoreLock::take(folder.path() / "kb.db");
  struct stat facts {};
  ASSERT_EQ(::stat((folder.path() / "kb.db.lock").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST(StoreLock, SaysWhereItCannotBe) {
  const auto lock = StoreLock::take("/nowhere/at/all/kb.db");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().where, "/nowhere/at/all/kb.db.lock");
}

}  // namespace
}  // namespace kb::store
