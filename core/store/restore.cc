#include "core/store/restore.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/durable_file.h"
#include "core/store/migrate.h"
#include "core/store/sqlite_backup.h"
#include "core/store/store_lock.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;

fs::path with_ending(fs::path path, std::string_view ending) {
  path += ending;
  return path;
}

Result<void> check_backup(SqliteDatabase& backup, const fs::path& file) {
  auto sound = in_transaction(backup, [&](Sql& sql) -> Result<void> {
    const auto verdict = sql.one("PRAGMA integrity_check(1)");
    if (!verdict) return fail(verdict.error());
    if (*verdict && (*verdict)->text(0) == "ok") return {};
    return fail("the backup is damaged: " + (*verdict ? (*verdict)->text(0) : std::string()),
                file.string(), "take another");
  });
  if (!sound) return sound;
  const auto versioned = backup.has_table("store_version");
  if (!versioned) return fail(versioned.error());
  if (!*versioned) return fail("is no backup of a store", file.string(), "take another file");
  return in_transaction(backup, [&](Sql& sql) -> Result<void> {
    const auto row = sql.one("SELECT version FROM store_version");
    if (!row) return fail(row.error());
    const std::int64_t version = *row ? (*row)->integer(0) : 0;
    if (version <= migrations().back().version) return {};  // an older one is migrated when opened
    return fail("the backup is of version " + std::to_string(version) + ", this program knows " +
                    std::to_string(migrations().back().version),
                file.string(), "use the newer program that wrote it");
  });
}

// What the old store's WAL still holds goes into the old store, where that can be done at all; then
// neither WAL nor its index may stay: SQLite would replay them into the restored database.
Result<void> put_wal_aside(const fs::path& path) {
  {
    auto old = SqliteDatabase::open(path, Store::Access::write);
    if (old) static_cast<void>((*old)->run("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  std::error_code error;
  for (const std::string_view ending : {"-wal", "-shm"}) {
    const auto part = with_ending(path, ending);
    if (fs::exists(part, error))
      fs::rename(part, with_ending(with_ending(path, ".before-restore"), ending), error);
    if (error) return fail("cannot put the old store aside: " + error.message(), part.string());
  }
  return {};
}

Result<void> put_aside(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  if (auto done = put_wal_aside(path); !done) return done;
  const auto aside = with_ending(path, ".before-restore");
  fs::remove(aside, error);
  // A second name rather than another one: at no moment is there no store at all.
  fs::create_hard_link(path, aside, error);
  if (error) fs::rename(path, aside, error);
  if (error) return fail("cannot put the old store aside: " + error.message(), path.string());
  return {};
}

Result<void> put_in_place(const fs::path& restored, const fs::path& path) {
  if (auto done = put_aside(path); !done) return done;
  if (::rename(restored.c_str(), path.c_str()) != 0)
    return fail(system_error("cannot put the backup in place", path));
  return sync_path(path.parent_path());
}

}  // namespace

Result<void> restore(const std::string& url, const fs::path& backup) {
  if (!is_sqlite(url))
    return fail("PostgreSQL restores its own backups", {},
                "run pg_restore --clean " + backup.string());
  std::error_code error;
  if (!fs::exists(backup, error)) return fail("there is no such backup", backup.string());
  fs::create_directories(fs::absolute(sqlite_path(url)).parent_path(), error);
  const fs::path path = fs::weakly_canonical(fs::absolute(sqlite_path(url)), error);
  if (error) return fail("cannot make the store's folder: " + error.message(), path.string());
  const auto lock = StoreLock::take(path);
  if (!lock) return fail(lock.error());
  auto source = SqliteDatabase::open(backup, Store::Access::read);
  if (!source) return fail(source.error());
  if (auto sound = check_backup(**source, backup); !sound) return sound;
  const auto restored = with_ending(path, ".restoring");
  fs::remove(restored, error);
  if (auto copied = copy_database(**source, restored); !copied) return copied;
  return put_in_place(restored, path);
}

}  // namespace kb::store
