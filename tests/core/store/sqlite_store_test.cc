#include "core/store/sqlite_store.h"

#include <gmock/gmock.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Access = Store::Access;

Result<std::int64_t> put_counter(Store& store, const std::string& name) {
  return store.write([&](Sql& sql) {
    return sql.change("INSERT INTO counters (name, value) VALUES ($1, 1)", {name});
  });
}

std::int64_t count(const Store& store) {
  const auto row = store.read([](Sql& sql) { return sql.one("SELECT count(*) FROM counters"); });
  return row && *row ? (*row)->integer(0) : -1;
}

class SqliteStoreFile : public testing::Test {
 protected:
  std::unique_ptr<Store> open(Access access = Access::write) {
    auto opened = SqliteStore::open(path_, access);
    EXPECT_TRUE(opened) << to_line(opened.error());
    return opened ? std::move(*opened) : nullptr;
  }

  TemporaryFolder folder_;
  fs::path path_ = folder_.path() / "var" / "kb.db";
};

TEST_F(SqliteStoreFile, MakesItsFolder) {
  ASSERT_TRUE(put_counter(*open(), "a"));
  EXPECT_TRUE(fs::exists(path_));
}

TEST_F(SqliteStoreFile, HasOneWriterByWhateverName) {
  const auto writer = open();
  fs::create_directory_symlink(folder_.path() / "var", folder_.path() / "other");
  for (const auto& path : {path_, folder_.path() / "var" / ".." / "var" / "kb.db",
                           folder_.path() / "other" / "kb.db"}) {
    const auto second = SqliteStore::open(path, Access::write);
    ASSERT_FALSE(second) << path;
    EXPECT_THAT(second.error().what, HasSubstr("is in use by process"));
  }
  EXPECT_TRUE(SqliteStore::open(path_, Access::read));
}

TEST_F(SqliteStoreFile, ThatIsNotThereCannotBeRead) {
  const auto reader = SqliteStore::open(path_, Access::read);
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().what, "there is no store yet");
  EXPECT_FALSE(fs::exists(path_));
}

TEST_F(SqliteStoreFile, IsReadAfterItsWriterWasKilled) {
  { const auto store = open(); }
  const pid_t child = ::fork();
  if (child == 0) {
    auto store = SqliteStore::open(path_, Access::write);
    if (store && put_counter(**store, "kept")) ::kill(::getpid(), SIGKILL);
    ::_exit(1);
  }
  ::waitpid(child, nullptr, 0);
  ASSERT_TRUE(fs::exists(path_.string() + "-wal"));
  EXPECT_EQ(count(*open(Access::read)), 1);
}

// Runs in a process that may do no more than any user; true where `work` was.
bool as_any_user(const std::function<bool()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::getuid() == 0 &&
        (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0))
      ::_exit(3);
    ::_exit(work() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status == 0;
}

void let_read_only(const fs::path& folder, const fs::path& file) {
  fs::permissions(folder.parent_path(), fs::perms(0755));
  fs::permissions(file, fs::perms(0444));
  fs::permissions(folder, fs::perms(0555));
}

TEST_F(SqliteStoreFile, IsReadWhereNothingCanBeWritten) {
  ASSERT_TRUE(put_counter(*open(), "a"));
  let_read_only(path_.parent_path(), path_);
  EXPECT_TRUE(as_any_user([&] {
    const auto store = SqliteStore::open(path_, Access::read);
    return store && count(**store) == 1;
  }));
  fs::permissions(path_.parent_path(), fs::perms(0755));
}

TEST_F(SqliteStoreFile, SaysThatItCannotBeWritten) {
  ASSERT_TRUE(put_counter(*open(), "a"));
  let_read_only(path_.parent_path(), path_);
  EXPECT_TRUE(as_any_user([&] {
    const auto store = SqliteStore::open(path_, Access::write);
    return !store && store.error().hint == "check the permissions";
  }));
  fs::permissions(path_.parent_path(), fs::perms(0777));
  fs::permissions(path_.string() + ".lock", fs::perms(0666));
  EXPECT_TRUE(as_any_user([&] {
    const auto store = SqliteStore::open(path_, Access::write);
    return !store && store.error().hint == "check the permissions of the file and of its folder";
  }));
}

// A limit on the size of files is to SQLite what a full disk is: a write that does not go through.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit lower{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &lower);
  }
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

TEST_F(SqliteStoreFile, AWriteThatDoesNotFitIsUndone) {
  const auto store = open();
  ASSERT_TRUE(put_counter(*store, "a"));
  {
    const FileSizeLimit limit(400000);
    const auto done = put_counter(*store, std::string(2000000, 'x'));
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().what, HasSubstr("nothing was changed"));
    EXPECT_FALSE(done.error().hint.empty());
    EXPECT_EQ(count(*store), 1);
  }
  EXPECT_TRUE(put_counter(*store, "b"));
  EXPECT_EQ(count(*store), 2);
}

// Overwrites a stretch of the file, as a broken disk does.
void damage(const fs::path& file) {
  auto bytes = read_file(file).value();
  for (std::size_t at = 4096; at < bytes.size(); ++at) bytes[at] = '\x5a';
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST_F(SqliteStoreFile, SaysThatItIsDamaged) {
  {
    const auto store = open();
    for (int i = 0; i < 200; ++i)
      ASSERT_TRUE(put_counter(*store, std::to_string(i) + std::string(500, 'x')));
  }
  damage(path_);
  const auto store = SqliteStore::open(path_, Access::read);
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().what, HasSubstr("the store is damaged"));
  EXPECT_EQ(store.error().hint, "restore a backup");
}

TEST_F(SqliteStoreFile, TakesAnEmptyFileForANewStore) {
  folder_.write("var/kb.db", "");
  EXPECT_FALSE(SqliteStore::open(path_, Access::read));
  EXPECT_EQ(count(*open()), 0);
}

}  // namespace
}  // namespace kb::store
