#include "core/store/sqlite_database.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/core/base/temporary_folder.h"

namespace kb::store {
namespace {

using testing::HasSubstr;
using Access = Store::Access;

class Sqlite : public testing::Test {
 protected:
  std::unique_ptr<SqliteDatabase> open(Access access = Access::write) {
    auto opened = SqliteDatabase::open(path_, access);
    EXPECT_TRUE(opened) << to_line(opened.error());
    return opened ? std::move(*opened) : nullptr;
  }

  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "a.db";
};

TEST_F(Sqlite, IsDurableAndPrivate) {
  auto database = open();
  EXPECT_EQ((*database->one("PRAGMA journal_mode"))->text(0), "wal");
  EXPECT_EQ((*database->one("PRAGMA synchronous"))->integer(0), 2);
  EXPECT_EQ((*database->one("PRAGMA foreign_keys"))->integer(0), 1);
  ASSERT_TRUE(database->run("CREATE TABLE t (a)"));
  for (const char* ending : {"", "-wal", "-shm"}) {
    struct stat facts {};
    ASSERT_EQ(::stat((path_.string() + ending).c_str(), &facts), 0) << ending;
    EXPECT_EQ(facts.st_mode & 0777U, 0600U) << ending;
  }
}

TEST_F(Sqlite, LeavesNoWalBehind) {
  auto database = open();
  ASSERT_TRUE(database->run("CREATE TABLE t (a)"));
  database.reset();
  EXPECT_FALSE(std::filesystem::exists(path_.string() + "-wal"));
}

TEST_F(Sqlite, SaysThatAnotherProgramHasItLocked) {
  auto first = open();
  auto second = open();
  ASSERT_TRUE(first->begin());
  ASSERT_TRUE(second->run("PRAGMA busy_timeout = 1"));
  const auto begun = second->begin();
  ASSERT_FALSE(begun);
  EXPECT_EQ(begun.error().what, "the store is locked by another program");
  EXPECT_FALSE(begun.error().hint.empty());
  first->rollback();
  EXPECT_TRUE(second->begin());
  second->rollback();
}

TEST_F(Sqlite, CountsWhatAStatementChanged) {
  auto database = open();
  EXPECT_EQ(database->change("CREATE TABLE t (a TEXT)").value(), 0);
  EXPECT_EQ(database->change("INSERT INTO t VALUES ('x'), ('y')").value(), 2);
  EXPECT_EQ(database->change("UPDATE t SET a = $2 WHERE a = $1", {"x", "z"}).value(), 1);
  EXPECT_EQ(database->change("DELETE FROM t WHERE a = 'nobody'").value(), 0);
  EXPECT_EQ(database->change("CREATE TABLE u (a TEXT)").value(), 0);
}

TEST_F(Sqlite, TakesAPathWithOddCharacters) {
  path_ = folder_.path() / "50% off? #1 ăîș.db";
  ASSERT_TRUE(open()->run("CREATE TABLE t (a)"));
  EXPECT_TRUE(std::filesystem::exists(path_));
  EXPECT_TRUE(open(Access::read)->has_table("t").value());
}

TEST_F(Sqlite, SaysThatAFileIsNoDatabase) {
  folder_.write("a.db", std::string(8000, 'x'));
  for (const auto access : {Access::write, Access::read}) {
    const auto opened = SqliteDatabase::open(path_, access);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("the store is damaged"));
    EXPECT_EQ(opened.error().hint, "restore a backup");
    EXPECT_EQ(opened.error().where, path_.string());
  }
}

TEST_F(Sqlite, SaysThatItCannotBeOpened) {
  for (const auto access : {Access::write, Access::read}) {
    const auto opened = SqliteDatabase::open(folder_.path(), access);  // a folder
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("the store: "));
  }
}

// Statements are meant to be literals; those that are not must not fill the memory.
TEST_F(Sqlite, ForgetsStatementsThatAreTooMany) {
  auto database = open();
  for (int i = 0; i < 1200; ++i)
    ASSERT_EQ((*database->one("SELECT " + std::to_string(i)))->integer(0), i);
}

TEST_F(Sqlite, WritesMigrationsInItsOwnWords) {
  EXPECT_EQ(open()->dialect("CREATE TABLE a (id {id}, b TEXT)"),
            "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT)");
}

}  // namespace
}  // namespace kb::store
