#include "server/writer/new_file.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

class NewFile : public testing::Test {
 protected:
  TemporaryFolder folder_;
  fs::path root_ = folder_.path() / "answers";
};

TEST_F(NewFile, IsWrittenWithTheFoldersOnTheWay) {
  ASSERT_TRUE(write_new_file(root_, root_ / "ro/a/b.md", "text"));
  EXPECT_EQ(read_file(root_ / "ro/a/b.md"), "text");
  const fs::directory_iterator there(root_ / "ro/a");
  EXPECT_EQ(std::distance(there, {}), 1);  // nothing hidden stays behind
}

TEST_F(NewFile, NeverTakesThePlaceOfAnother) {
  ASSERT_TRUE(write_new_file(root_, root_ / "a.md", "first"));
  const auto second = write_new_file(root_, root_ / "a.md", "second");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().what, "there is such a file already");
  EXPECT_EQ(read_file(root_ / "a.md"), "first");
}

TEST_F(NewFile, IsWrittenByOneOfManyAtOnce) {
  std::atomic<int> written = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      if (write_new_file(root_, root_ / "a.md", std::to_string(i))) ++written;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(written, 1);
}

TEST_F(NewFile, StaysInsideItsFolder) {
  const auto outside = write_new_file(root_, root_ / "../b.md", "text");
  ASSERT_FALSE(outside);
  EXPECT_THAT(outside.error().what, testing::HasSubstr("lies outside"));
  EXPECT_FALSE(fs::exists(folder_.path() / "b.md"));
}

TEST_F(NewFile, DoesNotFollowALinkOut) {
  fs::create_directories(root_);
  fs::create_directories(folder_.path() / "elsewhere");
  fs::create_directory_symlink(folder_.path() / "elsewhere", root_ / "ro");
  EXPECT_FALSE(write_new_file(root_, root_ / "ro/b.md", "text"));
  EXPECT_FALSE(fs::exists(folder_.path() / "elsewhere/b.md"));
}

TEST_F(NewFile, TellsThatItCannotBeWritten) {
  folder_.write("answers", "a file where the folder should be");
  EXPECT_FALSE(write_new_file(root_, root_ / "a.md", "text"));
}

}  // namespace
}  // namespace kb
