#include "core/store/store.h"

#include "core/store/postgres_store.h"
#include "core/store/sqlite_store.h"

namespace kb::store {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

bool is_postgres(const std::string& url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

}  // namespace

bool is_sqlite(const std::string& url) {
  return url.starts_with(kSqlite);
}

std::filesystem::path sqlite_path(const std::string& url) {
  return is_sqlite(url) ? std::filesystem::path(url.substr(kSqlite.size()))
                        : std::filesystem::path();
}

Result<std::unique_ptr<Store>> Store::open(const std::string& url, Access access) {
  if (is_postgres(url)) return PostgresStore::open(url, access);
  if (is_sqlite(url) && !sqlite_path(url).empty())
    return SqliteStore::open(sqlite_path(url), access);
  // The address itself may hold a password.
  return fail("the store's address is none that is known", {},
              "write store.url as sqlite:PATH or postgresql://USER@HOST/DATABASE");
}

}  // namespace kb::store
