#include "core/store/sqlite_store.h"

#include "core/store/migrate.h"
#include "core/store/sqlite_backup.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSqliteReaders = 16;
constexpr std::chrono::seconds kWaitForSqlite(10);

}  // namespace

SqliteStore::SqliteStore(fs::path path)
    : path_(std::move(path)),
      readers_(
          [this]() -> Result<std::unique_ptr<Connection>> {
            return SqliteDatabase::open(path_, Access::read);
          },
          kSqliteReaders, kWaitForSqlite) {}

Result<std::unique_ptr<Store>> SqliteStore::open(const fs::path& path, Access access) {
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (access == Access::write) fs::create_directories(folder, error);
  if (error) return fail("cannot make the store's folder: " + error.message(), folder.string());
  // One name for one file, so that there is one lock.
  const fs::path real = fs::weakly_canonical(path, error);
  std::unique_ptr<SqliteStore> store(new SqliteStore(error ? path : real));
  if (access == Access::write)
    if (auto begun = store->start_writing(); !begun) return fail(begun.error());
  if (access == Access::read && !fs::exists(store->path_, error))
    return fail("there is no store yet", path.string(),
                "kb-server serve makes it, and so does an import");
  auto reader = store->readers_.take();
  if (!reader) return fail(reader.error());
  if (auto usable = check_version(**reader, migrations()); !usable) return fail(usable.error());
  reader->reset();
  return store;
}

Result<void> SqliteStore::start_writing() {
  auto lock = StoreLock::take(path_);
  if (!lock) return fail(lock.error());
  lock_ = std::move(*lock);
  auto writer = SqliteDatabase::open(path_, Access::write);
  if (!writer) return fail(writer.error());
  writer_ = std::move(*writer);
  return migrate(*writer_, migrations());
}

Result<void> SqliteStore::do_read(const Transaction& work) const {
  auto reader = readers_.take();
  if (!reader) return fail(reader.error());
  return in_transaction(**reader, work);
}

Result<void> SqliteStore::do_write(const Transaction& work) {
  if (!writer_) return fail("the store was opened for reading", path_.string());
  const std::lock_guard one_at_a_time(writing_);
  return in_transaction(*writer_, work);
}

Result<void> SqliteStore::backup(const fs::path& file) const {
  auto source = SqliteDatabase::open(path_, Access::read);
  if (!source) return fail(source.error());
  return copy_database(**source, file);
}

}  // namespace kb::store
