// The store keeps what happens: tickets, accounts, reviews, changes. SQLite by default, PostgreSQL
// where several servers share it.
//
//   auto store = Store::open("sqlite:var/answerwell.db", Store::Access::write);
//   (*store)->write([&](Sql& sql) { return add_user(sql, user); });     // one transaction
//   auto users = (*store)->read([](Sql& sql) { return list_users(sql); });
//
// Thread-safe. Writes run one after the other (of all processes that share a PostgreSQL store, too)
// and are on disk when write() returns; reads see one state and wait for nobody. Work that returns
// an Error is undone; it must not call read() or write() itself. One process writes an SQLite
// store: to open it for writing while another does is an Error that names that process. A store of
// a newer version is refused, an older one brought up to date (migrations.h). Where the connection
// breaks while PostgreSQL commits, the Error says that the outcome is not known; nothing is done
// twice.

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "core/base/result.h"
#include "core/store/sql.h"

namespace kb::store {

class Store {
 public:
  enum class Access { read, write };

  // `url`: "sqlite:PATH" or "postgresql://…". Reading needs a store that is there.
  static Result<std::unique_ptr<Store>> open(const std::string& url, Access access);
  virtual ~Store() = default;

  // `work`: Sql& -> Result<T>.
  template <class Work>
  auto read(const Work& work) const {
    return run<std::invoke_result_t<Work, Sql&>>(work,
                                                 [this](const auto& w) { return do_read(w); });
  }
  template <class Work>
  auto write(const Work& work) {
    return run<std::invoke_result_t<Work, Sql&>>(work,
                                                 [this](const auto& w) { return do_write(w); });
  }

  // A copy of everything as it is now, while others read and write. An existing file is an Error.
  virtual Result<void> backup(const std::filesystem::path& file) const = 0;

 protected:
  using Transaction = std::function<Result<void>(Sql&)>;
  virtual Result<void> do_read(const Transaction& work) const = 0;
  virtual Result<void> do_write(const Transaction& work) = 0;

 private:
  template <class Outcome, class Work, class Run>
  static Outcome run(const Work& work, const Run& run_in) {
    Outcome outcome = fail("the store did not run the work");
    const auto done = run_in([&](Sql& sql) -> Result<void> {
      outcome = work(sql);
      if (!outcome) return fail(outcome.error());
      return {};
    });
    if (!done) return fail(done.error());
    return outcome;
  }
};

// What an address of a store stands for.
bool is_sqlite(const std::string& url);
std::filesystem::path sqlite_path(const std::string& url);

}  // namespace kb::store
