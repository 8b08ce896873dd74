#include "core/store/restore.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/durable_file.h"
#include "core/store/store.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Access = Store::Access;

Result<std::int64_t> put(Store& store, const std::string& name) {
  return store.write([&](Sql& sql) {
    return sql.change("INSERT INTO counters (name, value) VALUES ($1, 1)", {name});
  });
}

class Restore : public testing::Test {
 protected:
  // Holds "before"; the backup does; then it holds "after" as well.
  void SetUp() override {
    auto store = Store::open(url_, Access::write);
    ASSERT_TRUE(store);
    ASSERT_TRUE(put(**store, "before"));
    ASSERT_TRUE((*store)->backup(backup_));
    ASSERT_TRUE(put(**store, "after"));
  }
  std::string names(const fs::path& file) {
    auto store = Store::open("sqlite:" + file.string(), Access::read);
    if (!store) return to_line(store.error());
    const auto rows =
        (*store)->read([](Sql& sql) { return sql.all("SELECT name FROM counters ORDER BY name"); });
    std::string names;
    for (const Row& row : *rows) names += row.text(0) + " ";
    return names;
  }

  TemporaryFolder folder_;
  fs::path path_ = folder_.path() / "kb.db";
  fs::path backup_ = folder_.path() / "monday.db";
  std::string url_ = "sqlite:" + path_.string();
};

TEST_F(Restore, PutsTheBackupInPlaceAndKeepsWhatWasThere) {
  const auto done = restore(url_, backup_);
  ASSERT_TRUE(done) << to_line(done.error());
  EXPECT_EQ(names(path_), "before ");
  EXPECT_EQ(names(path_.string() + ".before-restore"), "after before ");
  EXPECT_EQ(names(backup_), "before ");
  auto store = Store::open(url_, Access::write);
  EXPECT_TRUE(put(**store, "later"));
}

TEST_F(Restore, WorksTwice) {
  ASSERT_TRUE(restore(url_, backup_));
  ASSERT_TRUE(restore(url_, backup_));
  EXPECT_EQ(names(path_.string() + ".before-restore"), "before ");
}

// A WAL that a killed writer left holds the newest changes: they belong to the old store, and would
// damage the new one.
TEST_F(Restore, TakesTheWalOfAKilledWriterIntoTheOldStore) {
  const pid_t child = ::fork();
  if (child == 0) {
    auto store = Store::open(url_, Access::write);
    if (store && put(**store, "newest")) ::kill(::getpid(), SIGKILL);
    ::_exit(1);
  }
  ::waitpid(child, nullptr, 0);
  ASSERT_TRUE(fs::exists(path_.string() + "-wal"));
  ASSERT_TRUE(restore(url_, backup_));
  EXPECT_EQ(names(path_), "before ");
  EXPECT_EQ(names(path_.string() + ".before-restore"), "after before newest ");
}

TEST_F(Restore, IsRefusedWhileAProcessWrites) {
  auto store = Store::open(url_, Access::write);
  const auto done = restore(url_, backup_);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().what, HasSubstr("is in use by process"));
  EXPECT_EQ(names(path_), "after before ");
}

TEST_F(Restore, RefusesWhatIsNoBackupAndLeavesTheStoreAsItWas) {
  folder_.write("text.db", "not a database at all");
  auto damaged = read_file(backup_).value();
  for (std::size_t at = 8192; at < damaged.size(); ++at) damaged[at] = '\x5a';
  folder_.write("damaged.db", damaged);
  folder_.write("empty.db", "");
  for (const char* name : {"text.db", "damaged.db", "empty.db", "nowhere.db"}) {
    const auto done = restore(url_, folder_.path() / name);
    ASSERT_FALSE(done) << name;
    EXPECT_EQ(names(path_), "after before ") << name;
    EXPECT_FALSE(fs::exists(path_.string() + ".before-restore")) << name;
  }
}

TEST_F(Restore, RefusesABackupOfANewerVersion) {
  {
    auto store = Store::open("sqlite:" + backup_.string(), Access::write);
    ASSERT_TRUE((*store)->write(
        [](Sql& sql) { return sql.change("UPDATE store_version SET version = 999"); }));
  }
  const auto done = restore(url_, backup_);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().what, HasSubstr("the backup is of version 999"));
  EXPECT_EQ(names(path_), "after before ");
}

TEST_F(Restore, ReplacesAStoreThatIsDamagedBeyondOpening) {
  folder_.write("kb.db", std::string(9000, 'x'));
  const auto done = restore(url_, backup_);
  ASSERT_TRUE(done) << to_line(done.error());
  EXPECT_EQ(names(path_), "before ");
  EXPECT_EQ(fs::file_size(path_.string() + ".before-restore"), 9000U);
}

TEST_F(Restore, MakesAStoreWhereThereIsNone) {
  const auto path = folder_.path() / "new" / "kb.db";
  const auto done = restore("sqlite:" + path.string(), backup_);
  ASSERT_TRUE(done) << to_line(done.error());
  EXPECT_EQ(names(path), "before ");
}

TEST_F(Restore, IsPostgresqlsOwnBusiness) {
  const auto done = restore("postgresql://kb:secret@db.example/kb", backup_);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().hint, HasSubstr("pg_restore"));
}

}  // namespace
}  // namespace kb::store
