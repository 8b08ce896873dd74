#include "core/insights/kept_tickets.h"

#include <mutex>

namespace kb::insights {

Result<void> KeptTickets::read(const store::Store& store, const Use& use) {
  {
    const std::shared_lock reading(mutex_);
    const auto current = store.read([&](store::Sql& sql) { return reader_.is_current(sql); });
    if (!current) return fail(current.error());
    if (*current) {
      use(reader_.tickets());
      return {};
    }
  }
  const std::unique_lock changing(mutex_);
  auto refreshed = store.read([&](store::Sql& sql) { return reader_.refresh(sql); });
  if (!refreshed) return refreshed;
  use(reader_.tickets());
  return {};
}

}  // namespace kb::insights
