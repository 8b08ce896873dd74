// One connection to a PostgreSQL database, which comes back when the database does.
//
//   PostgresConnection connection(url, Store::Access::read);     // connects at the first begin()
//   in_transaction(connection, work);
//
// Used by one thread at a time. Reading is READ ONLY at REPEATABLE READ and takes 30 s at most;
// writing first takes the lock that all writers of the database share, for 10 s at most. A broken
// connection is an Error, and the next begin() connects anew.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/store/connection.h"
#include "core/store/store.h"

struct pg_conn;
struct pg_result;

namespace kb::store {

class PostgresConnection final : public Connection {
 public:
  using Connection::change;
  using Connection::each;

  PostgresConnection(std::string url, Store::Access access);

  Result<std::int64_t> change(std::string_view statement, std::span<const Value> values) override;
  Result<void> each(std::string_view statement, std::span<const Value> values,
                    const EachRow& visit) override;
  Result<void> begin() override;
  Result<void> commit() override;
  void rollback() override;
  std::string dialect(std::string_view statement) const override;
  Result<bool> has_table(std::string_view name) override;
  std::string name() const override { return name_; }

 private:
  struct Finish {
    void operator()(pg_conn* connection) const;
  };
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Outcome = std::unique_ptr<pg_result, Clear>;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  bool connected() const;
  Result<void> connect();
  Result<void> run(const std::string& statements);
  Result<std::string> prepare(std::string_view text);  // the name it is prepared under
  Result<void> visit_rows(const EachRow& visit);
  void stop_rows();
  Error error_of(const pg_result* result) const;

  const std::string url_;
  const std::string name_;
  const Store::Access access_;
  std::unique_ptr<pg_conn, Finish> connection_;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> prepared_;
};

}  // namespace kb::store
