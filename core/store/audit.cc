#include "core/store/audit.h"

#include <limits>

namespace kb::store {

Result<void> append_audit(Sql& sql, const AuditEntry& entry) {
  const auto added = sql.change(
      "INSERT INTO audit (at, who, action, object, detail, address) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      {entry.at, entry.who, entry.action, entry.object, entry.detail, entry.address});
  if (!added) return fail(added.error());
  return {};
}

Result<std::vector<AuditEntry>> list_audit(Sql& sql, const AuditFilter& filter, int limit) {
  constexpr Time kEarliest{std::chrono::seconds(0)};
  constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
  return sql.list(
      "SELECT id, at, who, action, object, detail, address FROM audit "
      "WHERE ($1 = '' OR who = $1) AND ($2 = '' OR action = $2) AND ($3 = '' OR object = $3) AND "
      "at >= $4 AND at < $5 AND id < $6 ORDER BY id DESC LIMIT $7",
      {filter.who, filter.action, filter.object, filter.from.value_or(kEarliest),
       filter.until ? Value(*filter.until) : Value(kLast), filter.before.value_or(kLast), limit},
      [](const Row& row) -> AuditEntry {
        return {row.integer(0), row.time(1), row.text(2), row.text(3),
                row.text(4),    row.text(5), row.text(6)};
      });
}

}  // namespace kb::store
