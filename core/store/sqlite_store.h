// A store in an SQLite database: one connection writes, a few read.
//
//   auto store = SqliteStore::open("var/answerwell.db", Store::Access::write);
//
// Thread-safe, as Store. Readers see what was committed when they began, and wait for no writer.
// A process that opens it for writing holds its lock (store_lock.h); for reading it needs no lock,
// and the file may lie where nothing can be written.

#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "core/store/connection_pool.h"
#include "core/store/sqlite_database.h"
#include "core/store/store.h"
#include "core/store/store_lock.h"

namespace kb::store {

class SqliteStore final : public Store {
 public:
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, Access access);

  Result<void> backup(const std::filesystem::path& file) const override;

 protected:
  Result<void> do_read(const Transaction& work) const override;
  Result<void> do_write(const Transaction& work) override;

 private:
  explicit SqliteStore(std::filesystem::path path);
  Result<void> start_writing();

  // In the order in which they come to be; they go in the opposite one, so that the writer is the
  // last to close and leaves no WAL behind.
  const std::filesystem::path path_;
  std::optional<StoreLock> lock_;
  std::mutex writing_;
  std::unique_ptr<SqliteDatabase> writer_;  // none: opened for reading
  mutable ConnectionPool readers_;
};

}  // namespace kb::store
