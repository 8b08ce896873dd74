#include "core/store/event_spool.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/core/base/temporary_folder.h"
#include "tests/core/store/file_size_limit.h"
#include "tests/core/store/small_event.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

EventBatch batch_of(const std::string& id, std::size_t bytes = 0) {
  return {id, {event_at(1, 0, 0, std::string(bytes, 'x'))}};
}

class Spool : public testing::Test {
 protected:
  EventSpool open(std::uintmax_t most_bytes = 64 * 1024 * 1024) {
    return {path, most_bytes, [this](const Error& error) { problems.push_back(to_line(error)); }};
  }
  static void append(EventSpool& spool, const EventBatch& batch) {
    const auto done = spool.append({&batch, 1});
    EXPECT_TRUE(done) << to_line(done.error());
  }
  // All that it holds, the oldest first; nothing stays.
  static std::vector<std::string> drain(EventSpool& spool) {
    std::vector<std::string> ids;
    while (!spool.empty()) {
      const auto batches = spool.oldest();
      EXPECT_TRUE(batches) << to_line(batches.error());
      for (const auto& batch : *batches) ids.push_back(batch.id);
      spool.drop_oldest();
    }
    return ids;
  }
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    if (fs::exists(path))
      for (const auto& file : fs::directory_iterator(path)) found.push_back(file.path());
    return found;
  }

  TemporaryFolder folder;
  const fs::path path = folder.path() / "spool";
  std::vector<std::string> problems;
};

TEST_F(Spool, MakesNothingUntilSomethingIsKept) {
  auto spool = open();
  EXPECT_TRUE(spool.empty());
  EXPECT_FALSE(fs::exists(path));
}

TEST_F(Spool, GivesBackWhatItKept) {
  auto spool = open();
  append(spool, batch_of("a"));
  append(spool, batch_of("b"));
  EXPECT_EQ(fs::status(files().at(0)).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_THAT(drain(spool), ElementsAre("a", "b"));
  EXPECT_THAT(files(), IsEmpty());
  append(spool, batch_of("c"));
  EXPECT_THAT(drain(spool), ElementsAre("c"));
}

TEST_F(Spool, KeepsWhatComesWhileTheOldestIsRead) {
  auto spool = open();
  append(spool, batch_of("a"));
  ASSERT_EQ(spool.oldest()->size(), 1U);
  append(spool, batch_of("b"));
  spool.drop_oldest();
  EXPECT_THAT(drain(spool), ElementsAre("b"));
}

TEST_F(Spool, TakesUpWhatAnEarlierProcessLeft) {
  {
    auto spool = open();
    for (int i = 0; i < 12; ++i) append(spool, batch_of(std::to_string(i), 300'000));
  }
  EXPECT_GT(files().size(), 1U);
  auto spool = open();
  append(spool, batch_of("new"));
  EXPECT_THAT(drain(spool),
              ElementsAre("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "new"));
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(Spool, LeavesOutWhatACrashTore) {
  {
    auto spool = open();
    append(spool, batch_of("a"));
    append(spool, batch_of("b"));
  }
  fs::resize_file(files().at(0), fs::file_size(files().at(0)) - 1);
  auto spool = open();
  EXPECT_THAT(drain(spool), ElementsAre("a"));
  EXPECT_THAT(problems, ElementsAre(HasSubstr("torn")));
}

TEST_F(Spool, LooksAtNoFilesOfOthers) {
  fs::create_directories(path);
  std::ofstream(path / "notes.txt") << "mine";
  std::ofstream(path / "7x.events") << "mine";
  auto spool = open();
  EXPECT_TRUE(spool.empty());
  append(spool, batch_of("a"));
  EXPECT_THAT(drain(spool), ElementsAre("a"));
  EXPECT_EQ(files().size(), 2U);
}

TEST_F(Spool, TakesNoMoreThanItsBound) {
  auto spool = open(10'000);
  append(spool, batch_of("a", 6'000));
  const auto full = batch_of("b", 6'000);
  const auto refused = spool.append({&full, 1});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().what, HasSubstr("too many"));
  append(spool, batch_of("c", 100));
  EXPECT_THAT(drain(spool), ElementsAre("a", "c"));
  append(spool, full);
}

TEST_F(Spool, CountsWhatWasLeftAgainstItsBound) {
  {
    auto spool = open(10'000);
    append(spool, batch_of("a", 6'000));
  }
  auto spool = open(10'000);
  const auto more = batch_of("b", 6'000);
  EXPECT_FALSE(spool.append({&more, 1}));
}

TEST_F(Spool, KeepsNothingOfWhatADiskHadNoRoomFor) {
  auto spool = open();
  append(spool, batch_of("a", 100));
  const auto large = batch_of("b", 50'000);
  {
    const FileSizeLimit limit(20'000);
    EXPECT_FALSE(spool.append({&large, 1}));
    append(spool, batch_of("c", 100));
    EXPECT_FALSE(spool.append({&large, 1}));
  }
  append(spool, batch_of("d", 100));
  EXPECT_THAT(drain(spool), ElementsAre("a", "c", "d"));
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Spool, SaysWhereItCannotWrite) {
  std::ofstream(path) << "a file in the folder's place";
  auto spool = open();
  const auto batch = batch_of("a");
  const auto done = spool.append({&batch, 1});
  ASSERT_FALSE(done);
  EXPECT_THAT(to_line(done.error()), HasSubstr("spool"));
  EXPECT_TRUE(spool.empty());
}

TEST_F(Spool, PassesOverAFileThatIsGone) {
  auto spool = open();
  append(spool, batch_of("a"));
  fs::remove(files().at(0));
  EXPECT_FALSE(spool.oldest());
  EXPECT_TRUE(spool.empty());
}

}  // namespace
}  // namespace kb::store
