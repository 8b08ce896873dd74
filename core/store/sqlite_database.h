// One connection to an SQLite database.
//
//   auto database = SqliteDatabase::open("var/answerwell.db", Store::Access::write);
//   in_transaction(**database, work);
//
// Used by one thread at a time. The one connection for writing also does all checkpoints: SQLite
// before 3.51.3 can corrupt a WAL when two connections do. Failures are Errors that say what to do:
// locked, read-only, damaged, no space left.

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/store/connection.h"
#include "core/store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kb::store {

class SqliteDatabase final : public Connection {
 public:
  using Connection::change;
  using Connection::each;

  // Writing makes the file (mode 0600) where there is none; reading needs it.
  static Result<std::unique_ptr<SqliteDatabase>> open(const std::filesystem::path& path,
                                                      Store::Access access);
  ~SqliteDatabase() override;
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  Result<std::int64_t> change(std::string_view statement, std::span<const Value> values) override;
  Result<void> each(std::string_view statement, std::span<const Value> values,
                    const EachRow& visit) override;
  Result<void> begin() override;
  Result<void> commit() override;
  void rollback() override;
  std::string dialect(std::string_view statement) const override;
  Result<bool> has_table(std::string_view name) override;
  std::string name() const override { return path_.string(); }

  // For what has no place in a transaction: PRAGMA.
  Result<void> run(const std::string& statements);
  sqlite3* handle() const { return handle_; }

 private:
  struct Statement;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  SqliteDatabase(std::filesystem::path path, Store::Access access, sqlite3* handle);
  Result<void> set_up();
  Result<Statement*> prepare(std::string_view text);
  Result<void> bind(Statement& statement, std::span<const Value> values);

  const std::filesystem::path path_;
  const Store::Access access_;
  sqlite3* handle_;
  std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> prepared_;
};

// What a failed call on a database means for a person.
Error sqlite_error(sqlite3* handle, const std::filesystem::path& path);

}  // namespace kb::store
