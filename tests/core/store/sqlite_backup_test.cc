#include "core/store/sqlite_backup.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "core/store/sqlite_store.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Access = Store::Access;

class Backup : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = SqliteStore::open(folder_.path() / "kb.db", Access::write);
    ASSERT_TRUE(opened);
    store_ = std::move(*opened);
  }
  Result<std::int64_t> put_pair(int number) {
    const std::string filling(20000, 'x');
    return store_->write([&](Sql& sql) -> Result<std::int64_t> {
      for (const char* side : {"left-", "right-"}) {
        const auto name = side + std::to_string(number) + filling;
        if (auto put =
                sql.change("INSERT INTO counters (name, value) VALUES ($1, $2)", {name, number});
            !put)
          return put;
      }
      return 0;
    });
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      names.push_back(entry.path().filename().string());
    return names;
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_.path() / "monday.db";
  std::unique_ptr<Store> store_;
};

TEST_F(Backup, IsOneMomentWhileOthersWrite) {
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(put_pair(i));
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 300; !done; ++i) EXPECT_TRUE(put_pair(i));
  });
  const auto copied = store_->backup(file_);
  done = true;
  writer.join();
  ASSERT_TRUE(copied) << to_line(copied.error());
  auto backup = SqliteStore::open(file_, Access::read);
  ASSERT_TRUE(backup) << to_line(backup.error());
  const auto row = (*backup)->read(
      [](Sql& sql) { return sql.one("SELECT count(*), count(DISTINCT value) FROM counters"); });
  EXPECT_GE((*row)->integer(1), 300);
  EXPECT_EQ((*row)->integer(0), 2 * (*row)->integer(1));
}

TEST_F(Backup, IsOnePrivateFile) {
  ASSERT_TRUE(put_pair(1));
  ASSERT_TRUE(store_->backup(file_));
  struct stat facts {};
  ASSERT_EQ(::stat(file_.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  store_.reset();
  EXPECT_THAT(files(), testing::UnorderedElementsAre("kb.db", "kb.db.lock", "monday.db"));
}

TEST_F(Backup, NeverOverwrites) {
  folder_.write("monday.db", "mine");
  const auto copied = store_->backup(file_);
  ASSERT_FALSE(copied);
  EXPECT_EQ(copied.error().what, "the file is there already");
  EXPECT_EQ(fs::file_size(file_), 4U);
}

TEST_F(Backup, ThatFailsLeavesNothing) {
  const auto copied = store_->backup(folder_.path() / "nowhere" / "monday.db");
  ASSERT_FALSE(copied);
  EXPECT_THAT(copied.error().what, HasSubstr("cannot write the backup"));
  EXPECT_FALSE(fs::exists(folder_.path() / "nowhere"));
}

}  // namespace
}  // namespace kb::store
