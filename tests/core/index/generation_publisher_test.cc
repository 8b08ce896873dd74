#include "core/index/generation_publisher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <thread>

#include "core/base/durable_file.h"
#include "core/index/database_writer.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

std::vector<Article> one_article() {
  return {article("en", "a/b", "Title", "Text")};
}

std::vector<std::string> generations(const fs::path& index) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(index))
    if (generation_number(entry.path().filename().string()))
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

GenerationBuilder begin(const fs::path& index) {
  auto builder = GenerationBuilder::begin(index, nullptr);
  EXPECT_TRUE(builder) << to_line(builder.error());
  return std::move(*builder);
}

TEST(Publishing, KeepsTheNewestOnes) {
  SmallIndex index;
  for (int i = 0; i < 5; ++i) index.publish(one_article(), {}, 2);
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000003", "gen-000004", "gen-000005"));
  EXPECT_EQ(current_generation(index.path()), 5U);
  index.publish(one_article(), {}, 1);
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000005", "gen-000006"));
}

TEST(Publishing, KeepsWhatIsStillRead) {
  SmallIndex index;
  index.publish(one_article(), {}, 1);
  auto reader = index.open();
  for (int i = 0; i < 3; ++i) index.publish(one_article(), {}, 1);
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000001", "gen-000003", "gen-000004"));
  const auto found = reader->find("en", "a/b", Audience::everyone);
  EXPECT_TRUE(reader->read_record(*found->database, *found->row, Generation::Part::all));
  reader.reset();
  index.publish(one_article(), {}, 1);
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000004", "gen-000005"));
}

TEST(Publishing, LeavesNothingOfABuildThatGaveUp) {
  SmallIndex index;
  index.publish(one_article());
  {
    const auto builder = begin(index.path());
    std::ofstream(builder.folder() / "half") << "written";
    EXPECT_EQ(builder.number(), 2U);
  }
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000001"));
}

TEST(Publishing, RemovesWhatAKilledBuildLeft) {
  SmallIndex index;
  index.publish(one_article());
  const pid_t child = ::fork();
  if (child == 0) {
    auto builder = GenerationBuilder::begin(index.path(), nullptr);
    if (builder) std::ofstream(builder->folder() / "half") << "written";
    ::kill(::getpid(), SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000001", "gen-000002"));
  EXPECT_EQ(index.open()->number(), 1U);
  const auto builder = begin(index.path());
  EXPECT_EQ(builder.number(), 3U);
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000001", "gen-000003"));
}

TEST(Publishing, WaitsForTheOtherBuildAndSaysWhose) {
  SmallIndex index;
  auto first = std::make_unique<GenerationBuilder>(begin(index.path()));
  std::promise<std::string> told;
  std::atomic<bool> began = false;
  std::thread second([&] {
    const auto builder = GenerationBuilder::begin(
        index.path(), [&](const std::string& holder) { told.set_value(holder); });
    began = true;
    EXPECT_TRUE(builder);
  });
  EXPECT_EQ(told.get_future().get(), std::to_string(::getpid()));
  EXPECT_FALSE(began);
  first.reset();
  second.join();
  EXPECT_TRUE(began);
}

TEST(Publishing, CarriesADatabaseOver) {
  SmallIndex index;
  index.publish(one_article());
  const auto live = index.open();
  auto builder = begin(index.path());
  ASSERT_TRUE(builder.carry_over(*live->database({"en", Audience::everyone})));
  EXPECT_EQ(fs::hard_link_count(builder.folder() / "en.public" / kRecordsFile), 2U);
  ASSERT_TRUE(builder.publish(live->manifest(), {}, 2));
  EXPECT_EQ(index.open()->number(), 2U);
  EXPECT_TRUE(index.open()->find("en", "a/b", Audience::everyone));
}

TEST(Publishing, StoresAFileOnceAndRemovesItWithItsLastGeneration) {
  SmallIndex index;
  const TemporaryFolder sources;
  for (const char* name : {"a.svg", "b.svg"}) std::ofstream(sources.path() / name) << "<svg/>";
  FileTable files;
  fs::path stored;
  {
    auto builder = begin(index.path());
    const auto a = builder.store_file(sources.path() / "a.svg", 1);
    const auto b = builder.store_file(sources.path() / "b.svg", 2);
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->hash, b->hash);
    EXPECT_EQ(a->size, 6U);
    EXPECT_FALSE(builder.store_file(sources.path() / "missing.svg", 0));
    stored = index.path() / kFilesFolder / a->hash;
    files.put("kb-file:0/a.svg", *a);
    ASSERT_TRUE(builder.publish(Manifest{}, files, 1));
  }
  EXPECT_EQ(read_file(stored).value(), "<svg/>");
  index.publish(one_article(), {}, 1);
  EXPECT_TRUE(fs::exists(stored)) << "the generation that is kept shows it";
  index.publish(one_article(), {}, 1);
  EXPECT_FALSE(fs::exists(stored));
}

// Files cannot grow beyond a few bytes in the child, as on a full disk.
TEST(Publishing, OnAFullDiskLeavesTheLiveOne) {
  SmallIndex index;
  index.publish(one_article());
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{16, 16};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    bool failed = false;
    {
      auto builder = GenerationBuilder::begin(index.path(), nullptr);
      failed = builder && !builder->publish(Manifest{}, {}, 1);
    }
    ::_exit(failed ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0) << "publishing did not fail, or crashed";
  EXPECT_THAT(generations(index.path()), ElementsAre("gen-000001"));
  EXPECT_TRUE(index.open()->find("en", "a/b", Audience::everyone));
}

TEST(Publishing, NeedsAFolder) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  EXPECT_FALSE(GenerationBuilder::begin(folder.path() / "file" / "index", nullptr));
}

}  // namespace
}  // namespace kb::index
