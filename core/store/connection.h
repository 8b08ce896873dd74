// One connection to a database, and how work is done on it in a transaction.
//
//   auto done = in_transaction(*connection, [](Sql& sql) { return …; });
//
// What SQLite and PostgreSQL each do in their own way; the rest of the store knows only this. Used
// by one thread at a time. A transaction in which anything failed is undone, even where the work
// took no notice; so is one whose work throws.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/store/sql.h"

namespace kb::store {

class Connection : public Sql {
 public:
  using Sql::change;
  using Sql::each;

  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;
  virtual void rollback() = 0;  // also where there is no transaction

  // A statement of migrations.h in this database's words.
  virtual std::string dialect(std::string_view statement) const = 0;
  virtual Result<bool> has_table(std::string_view name) = 0;  // "": any at all
  virtual std::string name() const = 0;                       // for Errors; without any password
};

Result<void> in_transaction(Connection& connection, const std::function<Result<void>(Sql&)>& work);

}  // namespace kb::store
