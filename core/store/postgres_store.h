// A store in a PostgreSQL database, which several servers may share.
//
//   auto store = PostgresStore::open("postgresql://kb@db.example/answerwell",
//   Store::Access::write);
//
// Thread-safe, as Store. Writers of all processes take turns. When PostgreSQL goes away, what was
// under way is an Error; when it is back, the next call finds it. Backups are pg_dump's.

#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "core/store/connection_pool.h"
#include "core/store/postgres_connection.h"
#include "core/store/store.h"

namespace kb::store {

class PostgresStore final : public Store {
 public:
  static Result<std::unique_ptr<Store>> open(const std::string& url, Access access);

  Result<void> backup(const std::filesystem::path& file) const override;

 protected:
  Result<void> do_read(const Transaction& work) const override;
  Result<void> do_write(const Transaction& work) override;

 private:
  PostgresStore(const std::string& url, Access access);

  const Access access_;
  std::mutex writing_;
  PostgresConnection writer_;
  mutable ConnectionPool readers_;
};

}  // namespace kb::store
