#include "core/store/ticket_imports.h"

namespace kb::store {

Result<std::optional<TicketImport>> find_ticket_import(Sql& sql, std::string_view source,
                                                       std::string_view file) {
  const auto row = sql.one(
      "SELECT source, file, fingerprint, position, line, at FROM ticket_imports "
      "WHERE source = $1 AND file = $2",
      {source, file});
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  return TicketImport{(*row)->text(0),    (*row)->text(1),    (*row)->text(2),
                      (*row)->integer(3), (*row)->integer(4), (*row)->time(5)};
}

Result<void> set_ticket_import(Sql& sql, const TicketImport& progress) {
  const auto set = sql.change(
      "INSERT INTO ticket_imports (source, file, fingerprint, position, line, at) "
      "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (source, file) DO UPDATE SET "
      "fingerprint = excluded.fingerprint, position = excluded.position, line = excluded.line, "
      "at = excluded.at",
      {progress.source, progress.file, progress.fingerprint, progress.position, progress.line,
       progress.at});
  if (!set) return fail(set.error());
  return {};
}

}  // namespace kb::store
