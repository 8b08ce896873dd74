#include "core/store/postgres_store.h"

#include "core/store/migrate.h"

namespace kb::store {
namespace {

constexpr std::size_t kPostgresReaders = 8;
constexpr std::chrono::seconds kWaitForPostgres(10);

}  // namespace

PostgresStore::PostgresStore(const std::string& url, Access access)
    : access_(access),
      writer_(url, Access::write),
      readers_(
          [url]() -> Result<std::unique_ptr<Connection>> {
            return std::make_unique<PostgresConnection>(url, Access::read);
          },
          kPostgresReaders, kWaitForPostgres) {}

Result<std::unique_ptr<Store>> PostgresStore::open(const std::string& url, Access access) {
  std::unique_ptr<PostgresStore> store(new PostgresStore(url, access));
  if (access == Access::write)
    if (auto ready = migrate(store->writer_, migrations()); !ready) return fail(ready.error());
  auto reader = store->readers_.take();
  if (!reader) return fail(reader.error());
  if (auto usable = check_version(**reader, migrations()); !usable) return fail(usable.error());
  reader->reset();
  return store;
}

Result<void> PostgresStore::do_read(const Transaction& work) const {
  auto reader = readers_.take();
  if (!reader) return fail(reader.error());
  return in_transaction(**reader, work);
}

Result<void> PostgresStore::do_write(const Transaction& work) {
  if (access_ == Access::read) return fail("the store was opened for reading", writer_.name());
  const std::lock_guard one_at_a_time(writing_);
  return in_transaction(writer_, work);
}

Result<void> PostgresStore::backup(const std::filesystem::path& file) const {
  return fail("PostgreSQL makes its own backups", writer_.name(),
              "run pg_dump --format=custom --file=" + file.string());
}

}  // namespace kb::store
