#include "core/store/sqlite_backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/base/durable_file.h"
#include "core/base/file_descriptor.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 1024;

// The file that a copy goes to. Its pages are synced once, at the end.
class Target {
 public:
  static Result<Target> make(const fs::path& file) {
    if (!FileDescriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)))
      return fail(system_error("cannot write the backup", file));
    Target target(file);
    if (sqlite3_open_v2(file.c_str(), &target.handle_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
      return fail(sqlite_error(target.handle_, file));
    if (auto done = target.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"); !done)
      return fail(done.error());
    return target;
  }
  Target(Target&& other) noexcept
      : file_(std::move(other.file_)), handle_(std::exchange(other.handle_, nullptr)) {}
  Target& operator=(Target&&) = delete;
  ~Target() { sqlite3_close(handle_); }

  Result<void> run(const char* statements) {
    if (sqlite3_exec(handle_, statements, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return fail(sqlite_error(handle_, file_));
  }

  Result<void> copy_from(sqlite3* source) {
    sqlite3_backup* backup = sqlite3_backup_init(handle_, "main", source, "main");
    if (!backup) return fail(sqlite_error(handle_, file_));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) code = sqlite3_backup_step(backup, kPagesAtOnce);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) return fail(sqlite_error(handle_, file_));
    return run("PRAGMA journal_mode = DELETE");  // one file, readable where nothing can be written
  }

 private:
  explicit Target(fs::path file) : file_(std::move(file)) {}

  fs::path file_;
  sqlite3* handle_ = nullptr;
};

Result<void> copy_into(SqliteDatabase& source, const fs::path& file) {
  auto target = Target::make(file);
  if (!target) return fail(target.error());
  // One transaction around all steps holds the moment: otherwise each write of another connection
  // would begin the copy anew.
  return in_transaction(source, [&](Sql& sql) -> Result<void> {
    if (auto seen = sql.one("SELECT version FROM store_version"); !seen) return fail(seen.error());
    return target->copy_from(source.handle());
  });
}

void remove_all_of(const fs::path& file) {
  std::error_code ignored;  // what stays is in nobody's way
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    fs::path part = file;
    part += ending;
    fs::remove(part, ignored);
  }
}

}  // namespace

Result<void> copy_database(SqliteDatabase& source, const fs::path& file) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(file, error)))
    return fail("the file is there already", file.string(), "name another, or remove it first");
  fs::path temporary = file;
  temporary += ".tmp" + std::to_string(::getpid());
  remove_all_of(temporary);
  auto done = copy_into(source, temporary);
  if (done) done = sync_path(temporary);
  if (done && ::rename(temporary.c_str(), file.c_str()) != 0)
    done = fail(system_error("cannot write the backup", file));
  remove_all_of(temporary);
  if (!done) return done;
  return sync_path(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

}  // namespace kb::store
